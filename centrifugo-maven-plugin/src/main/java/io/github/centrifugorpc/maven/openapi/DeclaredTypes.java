package io.github.centrifugorpc.maven.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Literal;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import java.util.List;
import java.util.Set;

/** The contract's declared types as named schemas. */
final class DeclaredTypes {

    private static final TypeSchemas TYPES = new TypeSchemas();

    private final Set<String> paramsTypes;

    private DeclaredTypes(Contract contract) {
        paramsTypes = ParamsTypes.of(contract);
    }

    /** One schema per type, in the contract's order. */
    static ObjectNode schemasOf(Contract contract) {
        var types = new DeclaredTypes(contract);
        var schemas = Json.object();
        contract.types().forEach(type -> schemas.set(key(type.name()), types.schema(type)));
        return schemas;
    }

    static ObjectNode reference(String typeName) {
        return Json.object().put("$ref", "#/components/schemas/" + key(typeName));
    }

    /** Java names may hold letters that the keys of OpenAPI may not. */
    private static String key(String typeName) {
        var key = new StringBuilder();
        typeName.codePoints().forEach(letter -> {
            if (letter < 128 && (Character.isLetterOrDigit(letter) || letter == '_')) {
                key.appendCodePoint(letter);
            } else {
                key.append("-u").append(Integer.toHexString(letter)).append('-');
            }
        });
        return key.toString();
    }

    private ObjectNode schema(TypeDeclaration type) {
        if (type instanceof ObjectType object) {
            return object(object);
        }
        return type instanceof UnionType union ? union(union) : enumeration((EnumType) type);
    }

    private ObjectNode object(ObjectType type) {
        var schema = Json.object().put("type", "object");
        Descriptions.describe(schema, type.docs(), type.deprecated());
        var isParams = paramsTypes.contains(type.name());
        var required = type.members().stream()
                .filter(member -> isParams ? mustBeWritten(member) : isAlwaysThere(member))
                .map(Member::name)
                .toList();
        if (!required.isEmpty()) {
            schema.set("required", Json.texts(required));
        }
        var properties = Json.object();
        type.members().forEach(member -> properties.set(member.name(), property(member)));
        schema.set("properties", properties);
        return schema;
    }

    private static ObjectNode union(UnionType type) {
        var schema = Json.object();
        var variants = Json.array();
        type.variants().forEach(variant -> variants.add(reference(variant)));
        schema.set("oneOf", variants);
        Descriptions.describe(schema, type.docs(), type.deprecated());
        return schema;
    }

    private static ObjectNode enumeration(EnumType type) {
        var schema = Json.object().put("type", "string");
        schema.set(
                "enum",
                Json.texts(type.values().stream().map(EnumType.Value::name).toList()));
        schema.put("description", notes(type.values()));
        Descriptions.describe(schema, type.docs(), type.deprecated());
        return schema;
    }

    // OpenAPI 3.0 has no place for the documentation of a single value.
    private static String notes(List<EnumType.Value> values) {
        var notes = new StringBuilder("Open: a newer server may send values that are not listed here.");
        for (var value : values) {
            var text = Descriptions.joined(value.docs(), "", value.deprecated());
            if (!text.isEmpty()) {
                notes.append("\n\n`").append(value.name()).append("`: ").append(text);
            }
        }
        return notes.toString();
    }

    private static ObjectNode property(Member member) {
        var schema = member.type().accept(TYPES);
        if (member.defaultValue().isPresent()
                || !member.docs().isEmpty()
                || member.deprecated().isPresent()) {
            schema = TypeSchemas.open(schema);
        }
        Descriptions.describe(schema, member.docs(), member.deprecated());
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
        return isAlwaysThere(member) && member.defaultValue().isEmpty() && !isCollection(member.type());
    }

    /** The server leaves out only what is null, and writes a missing list as an empty one. */
    private static boolean isAlwaysThere(Member member) {
        return !(member.type() instanceof TypeRef.Nullable);
    }

    private static boolean isCollection(TypeRef type) {
        return type instanceof TypeRef.ListOf || type instanceof TypeRef.SetOf || type instanceof TypeRef.MapOf;
    }
}
