package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import io.github.centrifugorpc.contract.ScalarKind;
import java.io.IOException;

/** The checker of each scalar (types T2 to T5). */
final class ScalarCheckers {

    private ScalarCheckers() {}

    static ValueChecker of(ScalarKind kind) {
        return switch (kind) {
            case BOOLEAN -> bool();
            case BYTE -> integer(Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT -> integer(Short.MIN_VALUE, Short.MAX_VALUE);
            case INT -> integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> integer(-ExactNumbers.GREATEST_SAFE_INTEGER, ExactNumbers.GREATEST_SAFE_INTEGER);
            case FLOAT -> floating("a number within the range of a 32-bit float", Float.MAX_VALUE);
            case DOUBLE -> floating("a number within the range of a 64-bit float", Double.MAX_VALUE);
            case BIG_INTEGER -> bigInteger();
            case BIG_DECIMAL -> bigDecimal();
            default -> new TextChecker(TextForms.of(kind), false);
        };
    }

    /** For a Java type that has its own way to read the form. */
    static ValueChecker ofMapped(ScalarKind kind) {
        return switch (kind) {
            case BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, BIG_INTEGER, BIG_DECIMAL -> of(kind);
            default -> new TextChecker(TextForms.of(kind), true);
        };
    }

    private static ValueChecker bool() {
        return (in, out, violations) -> {
            if (in.currentToken().isBoolean()) {
                out.writeBoolean(in.getBooleanValue());
            } else {
                violations.expected("true or false", in, out);
            }
        };
    }

    private static ValueChecker integer(long least, long greatest) {
        var what = "an integer from " + least + " to " + greatest;
        return (in, out, violations) -> {
            if (in.currentToken() == JsonToken.VALUE_NUMBER_INT && isLong(in)) {
                long value = in.getLongValue();
                if (value >= least && value <= greatest) {
                    out.writeNumber(value);
                    return;
                }
            }
            violations.expected(what, in, out);
        };
    }

    private static boolean isLong(JsonParser in) throws IOException {
        var type = in.getNumberType();
        return type == NumberType.INT || type == NumberType.LONG;
    }

    private static ValueChecker floating(String what, double greatest) {
        return (in, out, violations) -> {
            if (in.currentToken().isNumeric()) {
                // Of -0, which is how other languages write -0.0, Jackson would drop the sign.
                double value = in.currentToken() == JsonToken.VALUE_NUMBER_INT
                        ? Double.parseDouble(in.getText())
                        : in.getDoubleValue();
                // A float's rounding may still reach its greatest value from a little above.
                boolean isInRange =
                        greatest == Double.MAX_VALUE ? Double.isFinite(value) : Float.isFinite((float) value);
                if (isInRange) {
                    out.writeNumber(value);
                    return;
                }
            }
            violations.expected(what, in, out);
        };
    }

    private static ValueChecker bigInteger() {
        var what = "an integer or a decimal string of one, at most " + ExactNumbers.MOST_DIGITS + " digits long";
        return (in, out, violations) -> {
            if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                out.writeNumber(in.getBigIntegerValue());
                return;
            }
            if (in.currentToken() == JsonToken.VALUE_STRING) {
                var value = ExactNumbers.parseInteger(in.getText());
                if (value.isPresent()) {
                    out.writeNumber(value.get());
                    return;
                }
            }
            violations.expected(what, in, out);
        };
    }

    private static ValueChecker bigDecimal() {
        var what =
                "a number or a decimal string such as \"1.50\", at most " + ExactNumbers.MOST_DIGITS + " digits long";
        return (in, out, violations) -> {
            if (in.currentToken().isNumeric()) {
                var value = ExactNumbers.plain(in.getDecimalValue());
                if (value.isPresent()) {
                    out.writeNumber(value.get());
                    return;
                }
            }
            if (in.currentToken() == JsonToken.VALUE_STRING) {
                var value = ExactNumbers.parseDecimal(in.getText());
                if (value.isPresent()) {
                    out.writeNumber(value.get());
                    return;
                }
            }
            violations.expected(what, in, out);
        };
    }
}
