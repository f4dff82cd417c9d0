package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.centrifugorpc.contract.EnumType;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value out of a list (types T7). Whatever form it travels in, its name as a string is handed on. */
final class EnumChecker implements ValueChecker {

    private static final int MOST_LISTED = 50;

    /** From names and aliases to names. */
    private final Map<String, String> names = new HashMap<>();

    private final boolean isNumeric;
    private final @Nullable String fallback;
    private final String what;

    EnumChecker(EnumType type) {
        type.values().forEach(value -> value.aliases().forEach(alias -> names.put(alias, value.name())));
        type.values().forEach(value -> names.put(value.name(), value.name()));
        isNumeric = type.isNumeric();
        fallback = type.fallback().orElse(null);
        what = oneOf(type.values().stream().map(EnumType.Value::name).toList(), !isNumeric);
    }

    /** {@code one of "a", "b"}, of which a message does not list more than anybody would read. */
    static String oneOf(Collection<String> names, boolean areTexts) {
        var quote = areTexts ? "\"" : "";
        return names.stream()
                .limit(MOST_LISTED)
                .map(name -> quote + name + quote)
                .collect(Collectors.joining(", ", "one of ", names.size() > MOST_LISTED ? ", …" : ""));
    }

    String what() {
        return what;
    }

    /** The name of the value that a key stands for; null for none. */
    @Nullable
    String ofKey(String key) {
        return names.getOrDefault(key, fallback);
    }

    @Override
    public void check(JsonParser in, TokenBuffer out, Violations violations) throws IOException {
        var name = isNumeric ? ofNumber(in) : ofText(in);
        if (name == null) {
            violations.expected(what, in, out);
        } else {
            out.writeString(name);
        }
    }

    private @Nullable String ofText(JsonParser in) throws IOException {
        return in.currentToken() == JsonToken.VALUE_STRING ? ofKey(in.getText()) : null;
    }

    private @Nullable String ofNumber(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            return null;
        }
        return in.getNumberType() == NumberType.BIG_INTEGER ? fallback : ofKey(Long.toString(in.getLongValue()));
    }
}
