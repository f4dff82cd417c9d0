package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;

/** A list or a set (types T6). */
record ArrayChecker(ValueChecker element) implements ValueChecker {

    @Override
    public void check(JsonParser in, TokenBuffer out, Violations violations) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            violations.expected("an array", in, out);
            return;
        }
        out.writeStartArray();
        for (int index = 0; in.nextToken() != JsonToken.END_ARRAY; index++) {
            violations.enter(index);
            element.check(in, out, violations);
            violations.leave();
        }
        out.writeEndArray();
    }
}
