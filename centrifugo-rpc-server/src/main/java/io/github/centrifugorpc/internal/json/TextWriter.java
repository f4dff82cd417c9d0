package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;

/** Writes a value as text. */
final class TextWriter<T> extends StdScalarSerializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient WireText.Form<T> form;

    TextWriter(Class<T> type, WireText.Form<T> form) {
        super(type);
        this.form = form;
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, T value) {
        return value instanceof String text && text.isEmpty();
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
        String text;
        try {
            text = form.text(value);
        } catch (IllegalArgumentException e) {
            throw new UnwritableException(out, String.valueOf(e.getMessage()));
        }
        out.writeString(text);
    }
}
