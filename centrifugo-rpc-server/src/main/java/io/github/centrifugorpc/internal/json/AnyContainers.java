package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import com.fasterxml.jackson.databind.type.ReferenceType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends trees, and what holds {@code Object}s, to the {@link AnyWriter}. */
final class AnyContainers extends Serializers.Base {

    @Override
    public @Nullable JsonSerializer<?> findArraySerializer(
            SerializationConfig config,
            ArrayType type,
            BeanDescription bean,
            @Nullable TypeSerializer elementType,
            @Nullable JsonSerializer<Object> element) {
        return writer(type.getContentType(), element);
    }

    @Override
    public @Nullable JsonSerializer<?> findCollectionSerializer(
            SerializationConfig config,
            CollectionType type,
            BeanDescription bean,
            @Nullable TypeSerializer elementType,
            @Nullable JsonSerializer<Object> element) {
        return writer(type.getContentType(), element);
    }

    @Override
    public @Nullable JsonSerializer<?> findMapSerializer(
            SerializationConfig config,
            MapType type,
            BeanDescription bean,
            @Nullable JsonSerializer<Object> key,
            @Nullable TypeSerializer valueType,
            @Nullable JsonSerializer<Object> value) {
        return key == null ? writer(type.getContentType(), value) : null;
    }

    @Override
    public @Nullable JsonSerializer<?> findReferenceSerializer(
            SerializationConfig config,
            ReferenceType type,
            BeanDescription bean,
            @Nullable TypeSerializer contentType,
            @Nullable JsonSerializer<Object> content) {
        return type.hasRawClass(Optional.class) ? writer(type.getContentType(), content) : null;
    }

    private static @Nullable JsonSerializer<?> writer(JavaType content, @Nullable JsonSerializer<Object> given) {
        return given == null && content.isJavaLangObject() ? AnyWriter.INSTANCE : null;
    }
}
