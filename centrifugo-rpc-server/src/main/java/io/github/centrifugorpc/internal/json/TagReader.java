package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DatabindContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.jsontype.impl.TypeIdResolverBase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From tags to Java types. The checker has seen to it that there are no others. */
final class TagReader extends TypeIdResolverBase {

    private final Map<String, JavaType> types;
    private final @Nullable JavaType fallback;

    TagReader(Map<String, JavaType> types, @Nullable JavaType fallback) {
        this.types = types;
        this.fallback = fallback;
    }

    @Override
    public @Nullable JavaType typeFromId(DatabindContext context, String id) {
        return types.getOrDefault(id, fallback);
    }

    @Override
    public String idFromValue(Object value) {
        throw new UnsupportedOperationException("tags are written by TagWriter");
    }

    @Override
    public String idFromValueAndType(Object value, Class<?> suggestedType) {
        return idFromValue(value);
    }

    @Override
    public JsonTypeInfo.Id getMechanism() {
        return JsonTypeInfo.Id.CUSTOM;
    }
}
