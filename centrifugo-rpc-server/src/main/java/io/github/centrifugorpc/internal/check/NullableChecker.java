package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;

/** A value or null. */
record NullableChecker(ValueChecker inner) implements ValueChecker {

    @Override
    public void check(JsonParser in, TokenBuffer out, Violations violations) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            out.writeNull();
        } else {
            inner.check(in, out, violations);
        }
    }
}
