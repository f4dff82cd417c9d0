package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.centrifugorpc.internal.wire.Shorten;
import java.io.IOException;
import java.util.HashSet;

/** An object whose keys are data (types T6). */
record MapChecker(KeyForm key, ValueChecker value) implements ValueChecker {

    @Override
    public void check(JsonParser in, TokenBuffer out, Violations violations) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            violations.expected("an object", in, out);
            return;
        }
        var seen = new HashSet<String>();
        out.writeStartObject();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var name = in.currentName();
            violations.enter(name);
            var canonical = key.canonical().apply(name);
            if (canonical == null) {
                violations.add("has a key that must be " + key.what() + ", but was \"" + Shorten.text(name) + '"');
            } else if (!seen.add(canonical)) {
                violations.add("is given twice");
            }
            out.writeFieldName(canonical == null ? name : canonical);
            in.nextToken();
            value.check(in, out, violations);
            violations.leave();
        }
        out.writeEndObject();
    }
}
