package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.KeyDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.github.centrifugorpc.contract.EnumType;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enums by the names of the contract, as values and as keys; whatever their annotations say (types T7). */
final class EnumForms {

    private final JavaDeclarations declarations;

    EnumForms(JavaDeclarations declarations) {
        this.declarations = declarations;
    }

    Serializers writers() {
        return new Serializers.Base() {
            @Override
            public @Nullable JsonSerializer<?> findSerializer(
                    SerializationConfig config, JavaType type, BeanDescription bean) {
                return declarations
                        .enumType(type.getRawClass())
                        .map(Writer::new)
                        .orElse(null);
            }
        };
    }

    Serializers keyWriters() {
        return new Serializers.Base() {
            @Override
            public @Nullable JsonSerializer<?> findSerializer(
                    SerializationConfig config, JavaType type, @Nullable BeanDescription bean) {
                return declarations
                        .enumType(type.getRawClass())
                        .map(KeyWriter::new)
                        .orElse(null);
            }
        };
    }

    Deserializers readers() {
        return new Deserializers.Base() {
            @Override
            public @Nullable JsonDeserializer<?> findEnumDeserializer(
                    Class<?> type, DeserializationConfig config, BeanDescription bean) {
                return declarations
                        .enumType(type)
                        .map(declared -> new Reader(type, constants(declared, type)))
                        .orElse(null);
            }
        };
    }

    KeyDeserializers keyReaders() {
        return (type, config, bean) -> declarations
                .enumType(type.getRawClass())
                .map(declared -> new KeyReader(constants(declared, type.getRawClass())))
                .orElse(null);
    }

    private static Map<String, Object> constants(EnumType declared, Class<?> type) {
        var byJavaName = new HashMap<String, Object>();
        Arrays.stream(type.getEnumConstants())
                .forEach(constant -> byJavaName.put(((Enum<?>) constant).name(), constant));
        var byName = new HashMap<String, Object>();
        for (var value : declared.values()) {
            var constant = byJavaName.get(value.javaName());
            if (constant == null) {
                throw new IllegalArgumentException("the contract's enum " + declared.name() + " has " + value.javaName()
                        + ", and the class has not");
            }
            byName.put(value.name(), constant);
        }
        return byName;
    }

    private static Map<String, String> names(EnumType declared) {
        var names = new HashMap<String, String>();
        declared.values().forEach(value -> names.put(value.javaName(), value.name()));
        return names;
    }

    private static String name(Enum<?> value, Map<String, String> names, JsonGenerator out) throws IOException {
        var name = names.get(value.name());
        if (name == null) {
            throw new UnwritableException(
                    out,
                    "the contract does not have the constant " + value.name() + " of "
                            + value.getDeclaringClass().getName()
                            + ". Fix: run the plugin again: mvn generate-sources. In an IDE, delegate builds to Maven.");
        }
        return name;
    }

    private static final class Writer extends StdScalarSerializer<Enum<?>> {

        private static final long serialVersionUID = 1L;

        private final transient Map<String, String> names;
        private final boolean isNumeric;

        Writer(EnumType declared) {
            super(Enum.class, false);
            names = names(declared);
            isNumeric = declared.isNumeric();
        }

        @Override
        public void serialize(Enum<?> value, JsonGenerator out, SerializerProvider provider) throws IOException {
            var name = name(value, names, out);
            if (isNumeric) {
                out.writeNumber(Long.parseLong(name));
            } else {
                out.writeString(name);
            }
        }
    }

    private static final class KeyWriter extends JsonSerializer<Enum<?>> {

        private final Map<String, String> names;

        KeyWriter(EnumType declared) {
            names = names(declared);
        }

        @Override
        public void serialize(Enum<?> value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeFieldName(name(value, names, out));
        }
    }

    private static final class Reader extends StdScalarDeserializer<Object> {

        private static final long serialVersionUID = 1L;

        private final transient Map<String, Object> constants;

        Reader(Class<?> type, Map<String, Object> constants) {
            super(type);
            this.constants = constants;
        }

        @Override
        public @Nullable Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            var constant = constants.get(in.getText());
            return constant == null ? context.handleUnexpectedToken(handledType(), in) : constant;
        }
    }

    private static final class KeyReader extends KeyDeserializer {

        private final Map<String, Object> constants;

        KeyReader(Map<String, Object> constants) {
            this.constants = constants;
        }

        @Override
        public @Nullable Object deserializeKey(String key, DeserializationContext context) {
            return constants.get(key);
        }
    }
}
