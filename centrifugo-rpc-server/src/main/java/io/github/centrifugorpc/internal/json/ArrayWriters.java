package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.centrifugorpc.contract.Longs;
import java.io.IOException;

/** Arrays of primitives, which Jackson would write without asking the writers of their elements. */
final class ArrayWriters {

    private ArrayWriters() {}

    static final class OfLong extends StdSerializer<long[]> {

        private static final long serialVersionUID = 1L;

        private final Longs longs;

        OfLong(Longs longs) {
            super(long[].class);
            this.longs = longs;
        }

        @Override
        public void serialize(long[] values, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartArray(values, values.length);
            for (long value : values) {
                LongWriter.write(value, longs, out);
            }
            out.writeEndArray();
        }
    }

    static final class OfDouble extends StdSerializer<double[]> {

        private static final long serialVersionUID = 1L;

        OfDouble() {
            super(double[].class);
        }

        @Override
        public void serialize(double[] values, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartArray(values, values.length);
            for (double value : values) {
                FloatWriter.write(value, out);
            }
            out.writeEndArray();
        }
    }

    static final class OfFloat extends StdSerializer<float[]> {

        private static final long serialVersionUID = 1L;

        OfFloat() {
            super(float[].class);
        }

        @Override
        public void serialize(float[] values, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartArray(values, values.length);
            for (float value : values) {
                FloatWriter.write(value, out);
            }
            out.writeEndArray();
        }
    }
}
