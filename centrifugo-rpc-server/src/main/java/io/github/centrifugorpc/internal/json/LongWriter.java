package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.internal.check.ExactNumbers;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes a long as the contract says: a number where that is exact in every language, or a string (types T3). */
final class LongWriter extends StdScalarSerializer<Long> implements ContextualSerializer {

    private static final long serialVersionUID = 1L;

    private final Longs longs;

    LongWriter(Longs longs) {
        super(Long.class);
        this.longs = longs;
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider provider, @Nullable BeanProperty property) {
        var format = findFormatOverrides(provider, property, handledType());
        boolean isText = format != null && format.getShape() == JsonFormat.Shape.STRING;
        return isText ? new LongWriter(Longs.STRING) : this;
    }

    @Override
    public void serialize(Long value, JsonGenerator out, SerializerProvider provider) throws IOException {
        write(value, longs, out);
    }

    static void write(long value, Longs longs, JsonGenerator out) throws IOException {
        if (longs == Longs.STRING) {
            out.writeString(Long.toString(value));
        } else if (Math.abs(value) <= ExactNumbers.GREATEST_SAFE_INTEGER && value != Long.MIN_VALUE) {
            out.writeNumber(value);
        } else {
            throw new UnwritableException(
                    out,
                    "the long " + value + " is beyond ±(2^53−1) and a JSON number would not be exact in every client."
                            + " Fix: declare the member with @JsonFormat(shape = JsonFormat.Shape.STRING), or set"
                            + " <longs>string</longs> in the plugin's configuration.");
        }
    }
}
