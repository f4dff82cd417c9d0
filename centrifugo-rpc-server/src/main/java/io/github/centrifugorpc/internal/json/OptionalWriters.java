package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.centrifugorpc.contract.Longs;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Optional primitives by the rules of the plain ones. */
final class OptionalWriters {

    private OptionalWriters() {}

    static final class OfLong extends StdSerializer<OptionalLong> {

        private static final long serialVersionUID = 1L;

        private final Longs longs;

        OfLong(Longs longs) {
            super(OptionalLong.class);
            this.longs = longs;
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, OptionalLong value) {
            return value.isEmpty();
        }

        @Override
        public void serialize(OptionalLong value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (value.isEmpty()) {
                out.writeNull();
            } else {
                LongWriter.write(value.getAsLong(), longs, out);
            }
        }
    }

    static final class OfDouble extends StdSerializer<OptionalDouble> {

        private static final long serialVersionUID = 1L;

        OfDouble() {
            super(OptionalDouble.class);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, OptionalDouble value) {
            return value.isEmpty();
        }

        @Override
        public void serialize(OptionalDouble value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (value.isEmpty()) {
                out.writeNull();
            } else {
                FloatWriter.write(value.getAsDouble(), out);
            }
        }
    }
}
