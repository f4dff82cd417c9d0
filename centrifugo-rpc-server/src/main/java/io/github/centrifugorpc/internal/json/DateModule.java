package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.Serializers;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dates of classes from before {@code java.time}, which {@code typeMappings} let travel as instants; other modules win. */
final class DateModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** These have no instant: a day, or a time of it. */
    private static final Set<String> PARTS = Set.of("java.sql.Date", "java.sql.Time");

    DateModule() {
        super("centrifugo-rpc-dates");
        addDeserializer(Date.class, new Reader());
    }

    /** Jackson's own would count the days before 1582 by another calendar. */
    private static final class Reader extends StdScalarDeserializer<Date> {

        private static final long serialVersionUID = 1L;

        Reader() {
            super(Date.class);
        }

        // It is the models that have chosen the type.
        @SuppressWarnings("JavaUtilDate")
        @Override
        public Date deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                return new Date(in.getLongValue());
            }
            String text = in.getText();
            try {
                return Date.from(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException notAnInstant) {
                // It travels in another form, which Jackson knows: a day, for one.
                return _parseDate(text, context);
            }
        }
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addSerializers(new Serializers.Base() {
            @Override
            public @Nullable JsonSerializer<?> findSerializer(
                    SerializationConfig config, JavaType type, BeanDescription bean) {
                boolean isMoment = type.isTypeOrSubTypeOf(Date.class)
                        && !PARTS.contains(type.getRawClass().getName());
                return isMoment ? new TextWriter<>(Date.class, date -> WireText.instant(date.toInstant())) : null;
            }
        });
    }
}
