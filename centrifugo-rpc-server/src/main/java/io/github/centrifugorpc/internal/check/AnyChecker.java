package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.HashSet;

/** Any JSON value, kept as it is: numbers exact, and no key twice. */
final class AnyChecker implements ValueChecker {

    private static final String NUMBER =
            "a number of at most " + ExactNumbers.MOST_DIGITS + " digits in plain notation";

    @Override
    public void check(JsonParser in, TokenBuffer out, Violations violations) throws IOException {
        switch (in.currentToken()) {
            case START_OBJECT -> object(in, out, violations);
            case START_ARRAY -> array(in, out, violations);
            case VALUE_STRING -> text(in, out, violations);
            case VALUE_NUMBER_INT -> integer(in, out);
            case VALUE_NUMBER_FLOAT -> fraction(in, out, violations);
            default -> out.copyCurrentEvent(in);
        }
    }

    private void object(JsonParser in, TokenBuffer out, Violations violations) throws IOException {
        var seen = new HashSet<String>();
        out.writeStartObject();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var name = in.currentName();
            violations.enter(name);
            if (!Unicode.isWellFormed(name)) {
                violations.add("has a name with half of a surrogate pair");
            } else if (!seen.add(name)) {
                violations.add("is given twice");
            }
            out.writeFieldName(name);
            in.nextToken();
            check(in, out, violations);
            violations.leave();
        }
        out.writeEndObject();
    }

    private void array(JsonParser in, TokenBuffer out, Violations violations) throws IOException {
        out.writeStartArray();
        for (int index = 0; in.nextToken() != JsonToken.END_ARRAY; index++) {
            violations.enter(index);
            check(in, out, violations);
            violations.leave();
        }
        out.writeEndArray();
    }

    private static void text(JsonParser in, TokenBuffer out, Violations violations) throws IOException {
        if (Unicode.isWellFormed(in.getText())) {
            out.writeString(in.getText());
        } else {
            violations.expected("a string without half of a surrogate pair", in, out);
        }
    }

    private static void integer(JsonParser in, TokenBuffer out) throws IOException {
        if (in.getNumberType() == NumberType.INT) {
            out.writeNumber(in.getIntValue());
        } else if (in.getNumberType() == NumberType.LONG) {
            out.writeNumber(in.getLongValue());
        } else {
            out.writeNumber(in.getBigIntegerValue());
        }
    }

    private static void fraction(JsonParser in, TokenBuffer out, Violations violations) throws IOException {
        var value = in.getDecimalValue();
        // Handlers may ask for its plain form, which must not be as long as a caller likes.
        if (ExactNumbers.plain(value).isPresent()) {
            out.writeNumber(value);
        } else {
            violations.expected(NUMBER, in, out);
        }
    }
}
