package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.LocalDate;

/** Dates as keys of maps. */
final class DateKeys {

    private DateKeys() {}

    static final class Writer extends JsonSerializer<LocalDate> {

        @Override
        public void serialize(LocalDate value, JsonGenerator out, SerializerProvider provider) throws IOException {
            try {
                out.writeFieldName(WireText.localDate(value));
            } catch (IllegalArgumentException e) {
                throw new UnwritableException(out, String.valueOf(e.getMessage()));
            }
        }
    }

    static final class Reader extends KeyDeserializer {

        @Override
        public LocalDate deserializeKey(String key, DeserializationContext context) {
            return LocalDate.parse(key);
        }
    }
}
