package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.TypeDeclaration;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** The scalars and collections whose wire form differs from Jackson's default. */
final class WireModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    WireModule(Longs longs, Collection<TypeDeclaration> types) {
        super("centrifugo-rpc");
        var longWriter = new LongWriter(longs);
        addSerializer(Long.class, longWriter);
        addSerializer(Long.TYPE, longWriter);
        addSerializer(long[].class, new ArrayWriters.OfLong(longs));
        addSerializer(OptionalLong.class, new OptionalWriters.OfLong(longs));
        addSerializer(Double.class, new FloatWriter<>(Double.class));
        addSerializer(Double.TYPE, new FloatWriter<>(Double.class));
        addSerializer(double[].class, new ArrayWriters.OfDouble());
        addSerializer(OptionalDouble.class, new OptionalWriters.OfDouble());
        addSerializer(Float.class, new FloatWriter<>(Float.class));
        addSerializer(Float.TYPE, new FloatWriter<>(Float.class));
        addSerializer(float[].class, new ArrayWriters.OfFloat());
        addSerializer(new TextWriter<>(String.class, WireText::string));
        addSerializer(BigInteger.class, new ToStringSerializer(BigInteger.class));
        addSerializer(new TextWriter<>(BigDecimal.class, WireText::decimal));
        addTime(Instant.class, WireText::instant);
        addTime(OffsetDateTime.class, WireText::offsetDateTime);
        addTime(ZonedDateTime.class, WireText::zonedDateTime);
        addTime(LocalDate.class, WireText::localDate);
        addTime(LocalTime.class, WireText::localTime);
        addTime(LocalDateTime.class, WireText::localDateTime);
        addTime(Duration.class, Duration::toString);
        addKeySerializer(LocalDate.class, new DateKeys.Writer());
        addKeyDeserializer(LocalDate.class, new DateKeys.Reader());
        // A set that is passed through keeps its order.
        addAbstractTypeMapping(Set.class, LinkedHashSet.class);
        setSerializerModifier(new NullMembers(types));
    }

    private <T> void addTime(Class<T> type, WireText.Form<T> form) {
        addSerializer(new TextWriter<>(type, form));
        addDeserializer(type, new CheckedReader<>(type));
    }
}
