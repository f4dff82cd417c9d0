package io.github.centrifugorpc.maven.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.List;
import java.util.Locale;

/** The schema of a type as a member, an element or a result has it. */
final class TypeSchemas implements TypeRef.Visitor<ObjectNode> {

    private final SchemaNames names;

    TypeSchemas(SchemaNames names) {
        this.names = names;
    }

    @Override
    public ObjectNode scalar(ScalarKind kind) {
        return ScalarSchemas.of(kind);
    }

    @Override
    public ObjectNode any() {
        return Json.object();
    }

    @Override
    public ObjectNode named(String name, List<TypeRef> arguments) {
        return names.reference(new TypeRef.Named(name, arguments));
    }

    @Override
    public ObjectNode list(TypeRef element) {
        var schema = Json.object().put("type", "array");
        schema.set("items", element.accept(this));
        return schema;
    }

    @Override
    public ObjectNode set(TypeRef element) {
        // Not uniqueItems: the server takes duplicates and collapses them, and generators make classes without order of
        // it.
        return list(element).put("description", "A set: its order means nothing.");
    }

    @Override
    public ObjectNode map(TypeRef key, TypeRef value) {
        var schema = Json.object().put("type", "object");
        if (!key.equals(new TypeRef.Scalar(ScalarKind.STRING))) {
            schema.put("description", "Keys: " + keyWord(key) + ".");
        }
        schema.set("additionalProperties", value.accept(this));
        return schema;
    }

    @Override
    public ObjectNode nullable(TypeRef inner) {
        var schema = inner.accept(this);
        // Null is among the values of a schema that says nothing.
        return schema.isEmpty() ? schema : open(schema).put("nullable", true);
    }

    @Override
    public ObjectNode variable(String name) {
        throw new IllegalStateException("the type parameter " + name + " is not bound");
    }

    @Override
    public ObjectNode patch(TypeRef inner) {
        var schema = nullable(inner);
        var note = "Absent: stays as it is; null: cleared.";
        var form = schema.path("description").asText();
        return schema.put("description", form.isEmpty() ? note : form + " " + note);
    }

    /** A schema to which keywords can be added: OpenAPI 3.0 ignores whatever stands beside a {@code $ref}. */
    static ObjectNode open(ObjectNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        return Json.object().set("allOf", Json.array(schema));
    }

    // OpenAPI 3.0 has no schema for the keys of a map.
    private static String keyWord(TypeRef key) {
        if (key instanceof TypeRef.Named named) {
            return named.name();
        }
        return key instanceof TypeRef.Scalar scalar
                ? scalar.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : key.toString();
    }
}
