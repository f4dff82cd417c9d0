package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.ReferenceTypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.ser.std.ReferenceTypeSerializer;
import com.fasterxml.jackson.databind.type.ReferenceType;
import com.fasterxml.jackson.databind.type.TypeBindings;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.type.TypeModifier;
import com.fasterxml.jackson.databind.util.NameTransformer;
import io.github.centrifugorpc.Patch;
import java.io.IOException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Changes to a value: absent leaves it alone, null clears it, anything else sets it. */
final class Patches {

    private Patches() {}

    /** Lets Jackson see a patch as a reference to its value. */
    static final class Types extends TypeModifier {

        @Override
        public JavaType modifyType(JavaType type, Type jdkType, TypeBindings context, TypeFactory factory) {
            return type.isReferenceType() || !type.hasRawClass(Patch.class)
                    ? type
                    : ReferenceType.upgradeFrom(type, type.containedTypeOrUnknown(0));
        }
    }

    static final class Readers extends Deserializers.Base {

        @Override
        public @Nullable JsonDeserializer<?> findReferenceDeserializer(
                ReferenceType type,
                DeserializationConfig config,
                BeanDescription bean,
                @Nullable TypeDeserializer valueType,
                @Nullable JsonDeserializer<?> value) {
            return type.hasRawClass(Patch.class) ? new Reader(type, valueType, value) : null;
        }
    }

    static final class Writers extends Serializers.Base {

        @Override
        public @Nullable JsonSerializer<?> findReferenceSerializer(
                SerializationConfig config,
                ReferenceType type,
                BeanDescription bean,
                @Nullable TypeSerializer valueType,
                @Nullable JsonSerializer<Object> value) {
            if (!type.isTypeOrSubTypeOf(Patch.class)) {
                return null;
            }
            boolean isAny = value == null && type.getContentType().isJavaLangObject();
            return new Writer(type, valueType, isAny ? AnyWriter.INSTANCE : value);
        }
    }

    private static final class Reader extends ReferenceTypeDeserializer<Patch<?>> {

        private static final long serialVersionUID = 1L;

        Reader(JavaType type, @Nullable TypeDeserializer valueType, @Nullable JsonDeserializer<?> value) {
            super(type, null, valueType, value);
        }

        @Override
        public Patch<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
            // What the checker puts in for an absent member, so that beans are not left with null.
            return in.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT
                            && in.getEmbeddedObject() instanceof Patch.Unchanged<?> unchanged
                    ? unchanged
                    : super.deserialize(in, context);
        }

        @Override
        protected Reader withResolved(@Nullable TypeDeserializer valueType, @Nullable JsonDeserializer<?> value) {
            return new Reader(_fullType, valueType, value);
        }

        @Override
        public Patch<?> getNullValue(DeserializationContext context) {
            return Patch.clear();
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Patch.unchanged();
        }

        @Override
        public Patch<?> referenceValue(Object value) {
            return Patch.set(value);
        }

        @Override
        public Patch<?> updateReference(Patch<?> patch, Object value) {
            return Patch.set(value);
        }

        @Override
        public @Nullable Object getReferenced(Patch<?> patch) {
            return patch instanceof Patch.Set<?> set ? set.value() : null;
        }
    }

    private static final class Writer extends ReferenceTypeSerializer<Patch<?>> {

        private static final long serialVersionUID = 1L;

        Writer(ReferenceType type, @Nullable TypeSerializer valueType, @Nullable JsonSerializer<Object> value) {
            super(type, true, valueType, value);
        }

        private Writer(
                Writer base,
                @Nullable BeanProperty property,
                @Nullable TypeSerializer valueType,
                @Nullable JsonSerializer<?> value,
                @Nullable NameTransformer unwrapper,
                @Nullable Object suppressableValue,
                boolean suppressNulls) {
            super(base, property, valueType, value, unwrapper, suppressableValue, suppressNulls);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, Patch<?> patch) {
            return patch instanceof Patch.Unchanged<?>;
        }

        @Override
        public void serialize(Patch<?> patch, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (patch instanceof Patch.Set<?>) {
                super.serialize(patch, out, provider);
            } else {
                out.writeNull();
            }
        }

        @Override
        protected Writer withResolved(
                @Nullable BeanProperty property,
                @Nullable TypeSerializer valueType,
                @Nullable JsonSerializer<?> value,
                @Nullable NameTransformer unwrapper) {
            return new Writer(this, property, valueType, value, unwrapper, _suppressableValue, _suppressNulls);
        }

        @Override
        public Writer withContentInclusion(@Nullable Object suppressableValue, boolean suppressNulls) {
            return new Writer(
                    this,
                    _property,
                    _valueTypeSerializer,
                    _valueSerializer,
                    _unwrapper,
                    suppressableValue,
                    suppressNulls);
        }

        @Override
        protected boolean _isValuePresent(Patch<?> patch) {
            return patch instanceof Patch.Set<?>;
        }

        @Override
        protected @Nullable Object _getReferenced(Patch<?> patch) {
            return _getReferencedIfPresent(patch);
        }

        @Override
        protected @Nullable Object _getReferencedIfPresent(Patch<?> patch) {
            return patch instanceof Patch.Set<?> set ? set.value() : null;
        }
    }
}
