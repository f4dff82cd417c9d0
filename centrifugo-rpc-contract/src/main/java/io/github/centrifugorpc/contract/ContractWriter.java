package io.github.centrifugorpc.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Values to JSON; what is false, empty or absent is left out. */
final class ContractWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ContractWriter() {}

    static ObjectNode toJson(Contract contract) {
        var json = JSON.objectNode();
        json.put("format", ContractJson.FORMAT);
        json.put("title", contract.title());
        json.put("layout", contract.layout().wireName());
        json.put("naming", contract.naming().wireName());
        json.put("longs", contract.longs().wireName());
        json.set("methods", array(contract.methods(), ContractWriter::method));
        json.set("types", array(contract.types(), ContractWriter::type));
        if (!contract.errors().isEmpty()) {
            json.set("errors", array(contract.errors(), ContractWriter::error));
        }
        return json;
    }

    private static ObjectNode method(RpcMethod method) {
        var json = JSON.objectNode();
        json.put("name", method.name());
        json.put("handler", method.handler());
        json.put("javaMethod", method.javaMethod());
        method.params().ifPresent(params -> json.set("params", typeRef(params)));
        method.result().ifPresent(result -> json.set("result", typeRef(result)));
        texts(json, "errors", method.errors());
        papers(json, method.docs(), method.deprecated());
        var options = method.options();
        options.timeout().ifPresent(timeout -> json.put("timeoutMs", timeout.toMillis()));
        flag(json, "nonBlocking", options.nonBlocking());
        flag(json, "idempotent", options.idempotent());
        flag(json, "noReply", options.noReply());
        flag(json, "anonymous", options.anonymous());
        return json;
    }

    private static ObjectNode error(ErrorType error) {
        var json = JSON.objectNode();
        json.put("name", error.name());
        json.put("code", error.code());
        json.put("type", error.type());
        json.put("javaName", error.javaName());
        error.details().ifPresent(details -> json.set("details", typeRef(details)));
        papers(json, error.docs(), error.deprecated());
        return json;
    }

    static ObjectNode type(TypeDeclaration type) {
        if (type instanceof ObjectType object) {
            return object(object);
        }
        return type instanceof UnionType union ? union(union) : enumeration((EnumType) type);
    }

    private static ObjectNode object(ObjectType type) {
        var json = declaration("object", type);
        texts(json, "typeParameters", type.typeParameters());
        type.tag()
                .ifPresent(
                        tag -> json.putObject("tag").put("member", tag.member()).put("value", tag.value()));
        json.set("members", array(type.members(), ContractWriter::member));
        type.extra().ifPresent(extra -> json.set("extra", typeRef(extra)));
        return json;
    }

    private static ObjectNode union(UnionType type) {
        var json = declaration("union", type);
        json.put("discriminator", type.discriminator());
        json.set("variants", array(type.variants(), JSON::textNode));
        type.fallback().ifPresent(fallback -> json.put("fallback", fallback));
        return json;
    }

    private static ObjectNode enumeration(EnumType type) {
        var json = declaration("enum", type);
        if (type.isNumeric()) {
            json.put("base", type.base().wireName());
        }
        json.set("values", array(type.values(), ContractWriter::value));
        type.fallback().ifPresent(fallback -> json.put("fallback", fallback));
        return json;
    }

    private static ObjectNode declaration(String kind, TypeDeclaration type) {
        var json = JSON.objectNode();
        json.put("kind", kind);
        json.put("name", type.name());
        json.put("javaName", type.javaName());
        papers(json, type.docs(), type.deprecated());
        return json;
    }

    private static ObjectNode member(Member member) {
        var json = JSON.objectNode();
        json.put("name", member.name());
        json.put("javaName", member.javaName());
        json.set("type", typeRef(member.type()));
        flag(json, "required", member.required());
        member.defaultValue().ifPresent(value -> json.set("default", literal(value)));
        texts(json, "aliases", member.aliases());
        if (!member.constraints().isEmpty()) {
            json.set("constraints", array(member.constraints(), ConstraintJson::write));
        }
        papers(json, member.docs(), member.deprecated());
        return json;
    }

    private static ObjectNode value(EnumType.Value value) {
        var json = JSON.objectNode();
        json.put("name", value.name());
        json.put("javaName", value.javaName());
        texts(json, "aliases", value.aliases());
        papers(json, value.docs(), value.deprecated());
        return json;
    }

    private static JsonNode literal(Literal literal) {
        if (literal instanceof Literal.Bool bool) {
            return JSON.booleanNode(bool.value());
        }
        if (literal instanceof Literal.Decimal number) {
            // The factory would drop trailing zeros, and 1.50 is not written as 1.5.
            return DecimalNode.valueOf(number.value());
        }
        return JSON.textNode(((Literal.Text) literal).value());
    }

    static ObjectNode typeRef(TypeRef type) {
        return type.accept(new TypeRef.Visitor<>() {
            @Override
            public ObjectNode scalar(ScalarKind kind) {
                return JSON.objectNode().put("scalar", kind.wireName());
            }

            @Override
            public ObjectNode any() {
                return JSON.objectNode().put("any", true);
            }

            @Override
            public ObjectNode named(String name, List<TypeRef> arguments) {
                var json = JSON.objectNode().put("type", name);
                if (!arguments.isEmpty()) {
                    json.set("arguments", array(arguments, ContractWriter::typeRef));
                }
                return json;
            }

            @Override
            public ObjectNode variable(String name) {
                return JSON.objectNode().put("variable", name);
            }

            @Override
            public ObjectNode list(TypeRef element) {
                return JSON.objectNode().set("list", typeRef(element));
            }

            @Override
            public ObjectNode set(TypeRef element) {
                return JSON.objectNode().set("set", typeRef(element));
            }

            @Override
            public ObjectNode map(TypeRef key, TypeRef value) {
                var entry = JSON.objectNode();
                entry.set("key", typeRef(key));
                entry.set("value", typeRef(value));
                return JSON.objectNode().set("map", entry);
            }

            @Override
            public ObjectNode nullable(TypeRef inner) {
                return JSON.objectNode().set("nullable", typeRef(inner));
            }

            @Override
            public ObjectNode patch(TypeRef inner) {
                return JSON.objectNode().set("patch", typeRef(inner));
            }
        });
    }

    private static void papers(ObjectNode json, Docs docs, Optional<String> deprecated) {
        if (!docs.isEmpty()) {
            json.set("docs", array(docs.blocks(), ContractWriter::docBlock));
        }
        deprecated.ifPresent(text -> json.put("deprecated", text));
    }

    private static JsonNode docBlock(DocBlock block) {
        if (block instanceof DocBlock.Paragraph paragraph) {
            return JSON.textNode(paragraph.text());
        }
        if (block instanceof DocBlock.Bullets bullets) {
            return JSON.objectNode().set("list", array(bullets.items(), JSON::textNode));
        }
        return JSON.objectNode().put("code", ((DocBlock.Code) block).text());
    }

    private static void texts(ObjectNode json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            json.set(name, array(texts, JSON::textNode));
        }
    }

    private static void flag(ObjectNode json, String name, boolean value) {
        if (value) {
            json.put(name, true);
        }
    }

    private static <T> ArrayNode array(List<T> values, Function<T, ? extends JsonNode> toJson) {
        var json = JSON.arrayNode();
        values.forEach(value -> json.add(toJson.apply(value)));
        return json;
    }
}
