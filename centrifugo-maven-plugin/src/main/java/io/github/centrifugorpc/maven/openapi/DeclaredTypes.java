package io.github.centrifugorpc.maven.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Literal;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import io.github.centrifugorpc.maven.target.ConstraintText;
import java.util.Map;
import java.util.stream.Stream;

/** The contract's declared types as named schemas. */
final class DeclaredTypes {

    private final Map<String, TypeDeclaration> declarations;
    private final SchemaNames names;
    private final TypeSchemas types;
    private final Uses uses;

    private DeclaredTypes(Contract contract, SchemaNames names) {
        declarations = contract.typesByName();
        this.names = names;
        types = new TypeSchemas(names);
        uses = new Uses(contract);
    }

    /** One schema per type, in the contract's order. */
    static ObjectNode schemasOf(Contract contract, SchemaNames names) {
        var types = new DeclaredTypes(contract, names);
        var schemas = Json.object();
        for (var type : names.all()) {
            schemas.set(names.key(type), types.schema(type));
        }
        return schemas;
    }

    private ObjectNode schema(TypeRef.Named use) {
        var type = declarations.get(use.name());
        if (type instanceof ObjectType object) {
            return object(use, object);
        }
        if (type instanceof UnionType union) {
            return union(union);
        }
        if (type instanceof EnumType values) {
            return enumeration(values);
        }
        throw new IllegalStateException("no declaration of " + use);
    }

    private ObjectNode object(TypeRef.Named use, ObjectType type) {
        var bound = Bound.of(type, use.arguments());
        var schema = Json.object().put("type", "object");
        Descriptions.describe(schema, type.docs(), type.deprecated());
        var isParams = uses.isWrittenByCallers(use);
        var required = Stream.concat(
                        type.tag().map(ObjectType.Tag::member).stream(),
                        bound.members().stream()
                                .filter(member -> isParams ? mustBeWritten(member) : isAlwaysThere(member))
                                .map(Member::name))
                .toList();
        if (!required.isEmpty()) {
            schema.set("required", Json.texts(required));
        }
        // The server does not check its own results.
        boolean isChecked = isParams && !uses.isWrittenByTheServer(use);
        var properties = Json.object();
        type.tag().ifPresent(tag -> properties.set(tag.member(), tag(tag)));
        bound.members().forEach(member -> properties.set(member.name(), property(member, isChecked)));
        schema.set("properties", properties);
        bound.extra().ifPresent(extra -> schema.set("additionalProperties", further(extra)));
        return schema;
    }

    private static ObjectNode tag(ObjectType.Tag tag) {
        var schema = Json.object().put("type", "string");
        schema.set("enum", Json.texts(tag.value()));
        return schema;
    }

    private JsonNode further(TypeRef extra) {
        var schema = extra.accept(types);
        return schema.isEmpty() ? BooleanNode.TRUE : schema;
    }

    private ObjectNode union(UnionType type) {
        var variants = Json.array();
        var mapping = Json.object();
        for (var variant : type.variants()) {
            var reference = names.reference(new TypeRef.Named(variant));
            variants.add(reference);
            if (declarations.get(variant) instanceof ObjectType object
                    && object.tag().isPresent()) {
                mapping.set(object.tag().get().value(), reference.get("$ref"));
            }
        }
        var schema = Json.object().<ObjectNode>set("oneOf", variants);
        var discriminator = Json.object().put("propertyName", type.discriminator());
        schema.set("discriminator", discriminator.set("mapping", mapping));
        schema.put("description", "Open: a newer server may send variants that are not listed here.");
        Descriptions.describe(schema, type.docs(), type.deprecated());
        return schema;
    }

    private static ObjectNode enumeration(EnumType type) {
        var schema = type.isNumeric()
                ? Json.object().put("type", "integer").put("format", type.base() == ScalarKind.LONG ? "int64" : "int32")
                : Json.object().put("type", "string");
        var values = schema.putArray("enum");
        for (var value : type.values()) {
            if (type.isNumeric()) {
                values.add(Long.parseLong(value.name()));
            } else {
                values.add(value.name());
            }
        }
        if (type.isNumeric()) {
            // Known to many generators, which would otherwise make names of the numbers.
            schema.set(
                    "x-enum-varnames",
                    Json.texts(
                            type.values().stream().map(EnumType.Value::javaName).toList()));
        }
        schema.put("description", notes(type));
        Descriptions.describe(schema, type.docs(), type.deprecated());
        return schema;
    }

    // OpenAPI 3.0 has no place for the documentation of a single value.
    private static String notes(EnumType type) {
        var notes = new StringBuilder("Open: a newer server may send values that are not listed here.");
        for (var value : type.values()) {
            var text = Descriptions.joined(value.docs(), "", value.deprecated());
            if (type.isNumeric() || !text.isEmpty()) {
                notes.append("\n\n`").append(value.name()).append('`');
                notes.append(type.isNumeric() ? " (`" + value.javaName() + "`)" : "");
                notes.append(text.isEmpty() ? "" : ": " + text);
            }
        }
        return notes.toString();
    }

    private ObjectNode property(Member member, boolean isChecked) {
        var schema = member.type().accept(types);
        var docs = ConstraintText.docs(member);
        if (member.defaultValue().isPresent()
                || !docs.isEmpty()
                || member.deprecated().isPresent()) {
            schema = TypeSchemas.open(schema);
        }
        if (isChecked) {
            ConstraintKeywords.add(schema, member.type(), member.constraints());
        }
        Descriptions.describe(schema, docs, member.deprecated());
        if (member.defaultValue().isPresent()) {
            setDefault(schema, member.defaultValue().get());
        }
        return schema;
    }

    private static void setDefault(ObjectNode schema, Literal value) {
        if (value instanceof Literal.Bool bool) {
            schema.put("default", bool.value());
        } else if (value instanceof Literal.Text text) {
            schema.put("default", text.value());
        } else if (value instanceof Literal.Decimal number) {
            if (schema.path("type").asText().equals("string")) {
                schema.put("default", number.value().toPlainString());
            } else {
                schema.put("default", number.value());
            }
        }
    }

    /** A caller who leaves it out is refused. */
    static boolean mustBeWritten(Member member) {
        return !isNullable(member) && member.defaultValue().isEmpty() && !isCollection(member.type());
    }

    /** The server leaves out only what is null, and writes a missing list as an empty one. */
    private static boolean isAlwaysThere(Member member) {
        return !isNullable(member) && !(member.type() instanceof TypeRef.Any);
    }

    private static boolean isNullable(Member member) {
        return member.type() instanceof TypeRef.Nullable || member.type() instanceof TypeRef.PatchOf;
    }

    private static boolean isCollection(TypeRef type) {
        return type instanceof TypeRef.ListOf || type instanceof TypeRef.SetOf || type instanceof TypeRef.MapOf;
    }
}
