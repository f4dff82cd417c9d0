package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.centrifugorpc.internal.check.TextForms.TextForm;
import java.io.IOException;

/** A scalar that travels as a string. Its Java value is handed on as it is, so that nothing is parsed twice. */
record TextChecker(TextForm form) implements ValueChecker {

    @Override
    public void check(JsonParser in, TokenBuffer out, Violations violations) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            var value = form.read(in.getText());
            if (value instanceof String text) {
                out.writeString(text);
                return;
            }
            if (value instanceof Long number) {
                out.writeNumber(number);
                return;
            }
            if (value != null) {
                out.writeObject(value);
                return;
            }
        }
        violations.expected(form.what(), in);
    }
}
