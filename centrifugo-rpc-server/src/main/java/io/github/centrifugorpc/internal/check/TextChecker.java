package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.centrifugorpc.internal.check.TextForms.TextForm;
import java.io.IOException;

/**
 * A scalar that travels as a string. Its Java value is handed on as it is, so that nothing is parsed twice.
 *
 * @param isText the text itself is handed on, for a Java type that is not the usual one
 */
record TextChecker(TextForm form, boolean isText) implements ValueChecker {

    @Override
    public void check(JsonParser in, TokenBuffer out, Violations violations) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            var value = form.read(in.getText());
            if (value != null && (isText || value instanceof String)) {
                out.writeString(in.getText());
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
        violations.expected(form.what(), in, out);
    }
}
