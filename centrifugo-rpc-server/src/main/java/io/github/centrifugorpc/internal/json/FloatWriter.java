package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;

/** Writes finite numbers and refuses the others, which JSON does not have. */
final class FloatWriter<T extends Number> extends StdScalarSerializer<T> {

    private static final long serialVersionUID = 1L;

    FloatWriter(Class<T> type) {
        super(type);
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
        if (value instanceof Float number) {
            write(number, out);
        } else {
            write(value.doubleValue(), out);
        }
    }

    static void write(double value, JsonGenerator out) throws IOException {
        requireFinite(value, out);
        out.writeNumber(value);
    }

    static void write(float value, JsonGenerator out) throws IOException {
        requireFinite(value, out);
        out.writeNumber(value);
    }

    private static void requireFinite(double value, JsonGenerator out) throws UnwritableException {
        if (!Double.isFinite(value)) {
            throw new UnwritableException(
                    out,
                    "the number " + value + " does not exist in JSON. Fix: send null in a member that may be null, or"
                            + " an enum beside the number.");
        }
    }
}
