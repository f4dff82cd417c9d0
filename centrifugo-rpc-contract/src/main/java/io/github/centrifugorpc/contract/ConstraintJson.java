package io.github.centrifugorpc.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Constraints and their JSON: an object whose {@code kind} says which one it is. */
final class ConstraintJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ConstraintJson() {}

    static ObjectNode write(Constraint constraint) {
        if (constraint instanceof Constraint.Size size) {
            var json = kind("size").put("least", size.least());
            size.most().ifPresent(most -> json.put("most", most));
            return json;
        }
        if (constraint instanceof Constraint.AtLeast atLeast) {
            return bound("at_least", atLeast.bound(), atLeast.isInclusive());
        }
        if (constraint instanceof Constraint.AtMost atMost) {
            return bound("at_most", atMost.bound(), atMost.isInclusive());
        }
        if (constraint instanceof Constraint.Digits digits) {
            return kind("digits").put("integer", digits.integer()).put("fraction", digits.fraction());
        }
        if (constraint instanceof Constraint.NotBlank) {
            return kind("not_blank");
        }
        if (constraint instanceof Constraint.Matches matches) {
            var json = kind("matches").put("pattern", matches.pattern());
            if (!matches.flags().isEmpty()) {
                matches.flags().forEach(json.putArray("flags")::add);
            }
            return json;
        }
        if (constraint instanceof Constraint.Email) {
            return kind("email");
        }
        if (constraint instanceof Constraint.Exactly exactly) {
            return kind("exactly").put("value", exactly.value());
        }
        if (constraint instanceof Constraint.Moment moment) {
            return kind("moment").put("relation", moment.relation().name().toLowerCase(Locale.ROOT));
        }
        if (constraint instanceof Constraint.Custom custom) {
            return kind("custom").put("annotation", custom.annotation());
        }
        var json = kind("each");
        ((Constraint.Each) constraint)
                .constraints()
                .forEach(each -> json.withArray("constraints").add(write(each)));
        return json;
    }

    /**
     * @throws IllegalArgumentException if it is none
     */
    static Constraint read(JsonNode json) {
        return switch (json.path("kind").asText()) {
            case "size" ->
                new Constraint.Size(
                        number(json, "least").intValueExact(),
                        json.has("most") ? Optional.of(number(json, "most").intValueExact()) : Optional.empty());
            case "at_least" -> new Constraint.AtLeast(number(json, "bound"), flag(json, "inclusive"));
            case "at_most" -> new Constraint.AtMost(number(json, "bound"), flag(json, "inclusive"));
            case "digits" ->
                new Constraint.Digits(
                        number(json, "integer").intValueExact(),
                        number(json, "fraction").intValueExact());
            case "not_blank" -> new Constraint.NotBlank();
            case "matches" ->
                new Constraint.Matches(
                        text(json, "pattern"),
                        elements(json, "flags").stream().map(JsonNode::asText).toList());
            case "email" -> new Constraint.Email();
            case "exactly" -> new Constraint.Exactly(flag(json, "value"));
            case "moment" ->
                new Constraint.Moment(Constraint.Moment.Relation.valueOf(
                        text(json, "relation").toUpperCase(Locale.ROOT)));
            case "custom" -> new Constraint.Custom(text(json, "annotation"));
            case "each" ->
                new Constraint.Each(elements(json, "constraints").stream()
                        .map(ConstraintJson::read)
                        .toList());
            default -> throw new IllegalArgumentException("no kind of constraint");
        };
    }

    private static ObjectNode kind(String kind) {
        return JSON.objectNode().put("kind", kind);
    }

    private static ObjectNode bound(String kind, BigDecimal bound, boolean isInclusive) {
        var json = kind(kind);
        json.set("bound", DecimalNode.valueOf(bound));
        return json.put("inclusive", isInclusive);
    }

    private static List<JsonNode> elements(JsonNode json, String name) {
        return StreamSupport.stream(json.path(name).spliterator(), false).toList();
    }

    private static BigDecimal number(JsonNode json, String name) {
        require(json.path(name).isNumber());
        return json.path(name).decimalValue();
    }

    private static String text(JsonNode json, String name) {
        require(json.path(name).isTextual());
        return json.path(name).textValue();
    }

    private static boolean flag(JsonNode json, String name) {
        require(json.path(name).isBoolean());
        return json.path(name).booleanValue();
    }

    private static void require(boolean isFitting) {
        if (!isFitting) {
            throw new IllegalArgumentException("not of the expected kind");
        }
    }
}
