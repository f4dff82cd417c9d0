package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.centrifugorpc.contract.Longs;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** The scalars and collections whose wire form differs from Jackson's default. */
final class WireModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private final transient JavaDeclarations declarations;

    WireModule(Longs longs, JavaDeclarations declarations) {
        super("centrifugo-rpc");
        this.declarations = declarations;
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
        addText(Instant.class, WireText::instant);
        addText(OffsetDateTime.class, WireText::offsetDateTime);
        addText(ZonedDateTime.class, WireText::zonedDateTime);
        addText(LocalDate.class, WireText::localDate);
        addText(LocalTime.class, WireText::localTime);
        addText(LocalDateTime.class, WireText::localDateTime);
        addText(Duration.class, Duration::toString);
        addText(URI.class, URI::toString);
        addText(URL.class, URL::toExternalForm);
        addText(Locale.class, WireText::locale);
        addText(Currency.class, Currency::getCurrencyCode);
        addText(ZoneId.class, ZoneId::getId);
        addSerializer(new TextWriter<>(Character.class, WireText::character));
        addSerializer(Character.TYPE, new TextWriter<>(Character.class, WireText::character));
        addSerializer(JsonNode.class, AnyWriter.INSTANCE);
        addSerializer(AnyWriter.Root.class, new AnyWriter.RootWriter());
        addKeySerializer(LocalDate.class, new DateKeys.Writer());
        addKeyDeserializer(LocalDate.class, new DateKeys.Reader());
        // A set that is passed through keeps its order.
        addAbstractTypeMapping(Set.class, LinkedHashSet.class);
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        var enums = new EnumForms(declarations);
        context.addSerializers(enums.writers());
        context.addKeySerializers(enums.keyWriters());
        context.addDeserializers(enums.readers());
        context.addKeyDeserializers(enums.keyReaders());
        context.addSerializers(new AnyContainers());
        context.addTypeModifier(new Patches.Types());
        context.addSerializers(new Patches.Writers());
        context.addDeserializers(new Patches.Readers());
        context.addBeanSerializerModifier(new NullMembers(declarations));
        context.addBeanSerializerModifier(new DeclaredMembers(declarations));
    }

    private <T> void addText(Class<T> type, WireText.Form<T> form) {
        addSerializer(new TextWriter<>(type, form));
        addDeserializer(type, new CheckedReader<>(type));
    }
}
