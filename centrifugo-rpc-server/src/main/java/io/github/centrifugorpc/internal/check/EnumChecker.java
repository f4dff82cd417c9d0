package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.centrifugorpc.contract.EnumType;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/** A value out of a list of names (types T7). */
final class EnumChecker implements ValueChecker {

    private static final int MOST_LISTED = 50;

    private final Set<String> names;
    private final String what;

    EnumChecker(EnumType type) {
        names = type.values().stream().map(EnumType.Value::name).collect(Collectors.toUnmodifiableSet());
        what = "one of "
                + type.values().stream()
                        .limit(MOST_LISTED)
                        .map(value -> '"' + value.name() + '"')
                        .collect(Collectors.joining(", "))
                + (type.values().size() > MOST_LISTED ? ", …" : "");
    }

    boolean accepts(String name) {
        return names.contains(name);
    }

    String what() {
        return what;
    }

    @Override
    public void check(JsonParser in, TokenBuffer out, Violations violations) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING && accepts(in.getText())) {
            out.writeString(in.getText());
        } else {
            violations.expected(what, in);
        }
    }
}
