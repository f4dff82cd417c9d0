package io.github.centrifugorpc.maven.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.centrifugorpc.contract.Constraint;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Constraints as keywords of OpenAPI, as far as every value that the server takes satisfies them. The rest is left to
 * descriptions: a Java pattern is not a JavaScript pattern, and what is an e-mail address differs as well.
 */
final class ConstraintKeywords {

    // Floats are rounded before the server compares them, and decimal strings are no numbers to OpenAPI.
    private static final Set<ScalarKind> COMPARABLE =
            EnumSet.of(ScalarKind.BYTE, ScalarKind.SHORT, ScalarKind.INT, ScalarKind.LONG, ScalarKind.DOUBLE);

    private ConstraintKeywords() {}

    /** Adds keywords to the schema of a value of this type. */
    static void add(ObjectNode schema, TypeRef type, List<Constraint> constraints) {
        var value = withoutNull(type);
        constraints.forEach(constraint -> add(schema, value, constraint));
    }

    private static void add(ObjectNode schema, TypeRef type, Constraint constraint) {
        if (constraint instanceof Constraint.Size size) {
            size(schema, type, size);
        } else if (constraint instanceof Constraint.NotBlank && isText(type)) {
            schema.put("minLength", 1);
        } else if (constraint instanceof Constraint.AtLeast atLeast && isComparable(type)) {
            JsonNode other = schema.path("minimum");
            if (!other.isNumber() || other.decimalValue().compareTo(atLeast.bound()) <= 0) {
                schema.put("minimum", atLeast.bound());
                exclude(schema, "exclusiveMinimum", atLeast.isInclusive());
            }
        } else if (constraint instanceof Constraint.AtMost atMost && isComparable(type)) {
            JsonNode other = schema.path("maximum");
            if (!other.isNumber() || other.decimalValue().compareTo(atMost.bound()) >= 0) {
                schema.put("maximum", atMost.bound());
                exclude(schema, "exclusiveMaximum", atMost.isInclusive());
            }
        } else if (constraint instanceof Constraint.Each each) {
            var elements = type instanceof TypeRef.MapOf ? "additionalProperties" : "items";
            if (schema.get(elements) instanceof ObjectNode element && !element.has("$ref")) {
                var parts = type.parts();
                add(element, parts.get(parts.size() - 1), each.constraints());
            }
        }
    }

    private static void size(ObjectNode schema, TypeRef type, Constraint.Size size) {
        if (isText(type)) {
            // OpenAPI counts characters, the server UTF-16 units, of which a character has one or two.
            if (size.least() > 0) {
                schema.put("minLength", 1);
            }
            size.most().ifPresent(most -> schema.put("maxLength", most));
        } else if (type instanceof TypeRef.ListOf) {
            bounds(schema, "Items", size);
        } else if (type instanceof TypeRef.SetOf && size.least() > 0) {
            // No upper bound: the server counts after it has dropped duplicates.
            schema.put("minItems", size.least());
        } else if (type instanceof TypeRef.MapOf) {
            bounds(schema, "Properties", size);
        }
    }

    private static void bounds(ObjectNode schema, String what, Constraint.Size size) {
        if (size.least() > 0) {
            schema.put("min" + what, size.least());
        }
        size.most().ifPresent(most -> schema.put("max" + what, most));
    }

    private static void exclude(ObjectNode schema, String keyword, boolean isInclusive) {
        if (isInclusive) {
            schema.remove(keyword);
        } else {
            schema.put(keyword, true);
        }
    }

    private static boolean isText(TypeRef type) {
        return type instanceof TypeRef.Scalar scalar && scalar.kind() == ScalarKind.STRING;
    }

    private static boolean isComparable(TypeRef type) {
        return type instanceof TypeRef.Scalar scalar && COMPARABLE.contains(scalar.kind());
    }

    private static TypeRef withoutNull(TypeRef type) {
        if (type instanceof TypeRef.Nullable nullable) {
            return nullable.inner();
        }
        return type instanceof TypeRef.PatchOf patch ? patch.inner() : type;
    }
}
