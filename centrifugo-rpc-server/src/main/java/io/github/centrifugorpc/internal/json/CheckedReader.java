package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Takes a value that the checker has already parsed. */
final class CheckedReader<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;

    CheckedReader(Class<T> type) {
        super(type);
        this.type = type;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT && type.isInstance(in.getEmbeddedObject())) {
            return type.cast(in.getEmbeddedObject());
        }
        return type.cast(context.handleUnexpectedToken(type, in));
    }
}
