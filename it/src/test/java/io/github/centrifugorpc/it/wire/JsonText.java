package io.github.centrifugorpc.it.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Whether two JSON texts hold equal values: numbers by their exact value and the sign of a fractional zero, members in
 * any order, all else exactly.
 */
final class JsonText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory JSON = new JsonFactory();
    private static final DoubleNode NEGATIVE_ZERO = DoubleNode.valueOf(-0.0);

    /** {@code -0} is the integer 0, and how JavaScript, Go and Python write the fraction −0.0. */
    private static final FloatNode ZERO_OF_ANY_SIGN = FloatNode.valueOf(-0.0f);

    private static final List<Function<String, Object>> TIMES =
            List.of(OffsetDateTime::parse, LocalDateTime::parse, LocalTime::parse, Duration::parse);

    private JsonText() {}

    private static JsonNode read(String text) {
        try (JsonParser in = JSON.createParser(text)) {
            in.nextToken();
            return read(in);
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
    }

    private static JsonNode read(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = NODES.objectNode();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String name = in.currentName();
                    in.nextToken();
                    object.set(name, read(in));
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode array = NODES.arrayNode();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    array.add(read(in));
                }
                yield array;
            }
            case VALUE_STRING -> NODES.textNode(in.getText());
            case VALUE_NUMBER_INT ->
                in.getText().equals("-0") ? ZERO_OF_ANY_SIGN : NODES.numberNode(in.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> {
                BigDecimal value = in.getDecimalValue();
                yield value.signum() == 0 && in.getText().startsWith("-") ? NEGATIVE_ZERO : NODES.numberNode(value);
            }
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(in.getBooleanValue());
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new IllegalArgumentException("no value begins with " + in.currentToken());
        };
    }

    static boolean areEqual(String one, String other) {
        return areEqual(read(one), read(other), JsonNode::equals);
    }

    /** As {@link #areEqual}, but times may be written in more than one way: with and without zeros at their end. */
    static boolean areEqualTimes(String one, String other) {
        return areEqual(
                read(one),
                read(other),
                (a, b) -> a.equals(b) || (a.isTextual() && b.isTextual() && areTheSameTime(a.asText(), b.asText())));
    }

    private static boolean areEqual(JsonNode one, JsonNode other, BiPredicate<JsonNode, JsonNode> texts) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0
                    && (one instanceof FloatNode
                            || other instanceof FloatNode
                            || one.equals(NEGATIVE_ZERO) == other.equals(NEGATIVE_ZERO));
        }
        if (one.isArray() && other.isArray()) {
            return one.size() == other.size()
                    && IntStream.range(0, one.size()).allMatch(i -> areEqual(one.get(i), other.get(i), texts));
        }
        if (one.isObject() && other.isObject()) {
            return one.size() == other.size()
                    && one.properties().stream()
                            .allMatch(member -> areEqual(member.getValue(), other.path(member.getKey()), texts));
        }
        return texts.test(one, other);
    }

    private static boolean areTheSameTime(String one, String other) {
        return TIMES.stream().anyMatch(parser -> {
            try {
                return parser.apply(one).equals(parser.apply(other));
            } catch (DateTimeParseException notOfThisKind) {
                return false;
            }
        });
    }
}
