package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the tag of a variant as its first member. */
final class TagWriter extends TypeSerializer {

    private final String discriminator;
    private final Map<String, String> tagsByJavaName;

    TagWriter(String discriminator, Map<String, String> tagsByJavaName) {
        this.discriminator = discriminator;
        this.tagsByJavaName = tagsByJavaName;
    }

    @Override
    public TypeSerializer forProperty(@Nullable BeanProperty property) {
        return this;
    }

    @Override
    public JsonTypeInfo.As getTypeInclusion() {
        return JsonTypeInfo.As.PROPERTY;
    }

    @Override
    public String getPropertyName() {
        return discriminator;
    }

    @Override
    public @Nullable TypeIdResolver getTypeIdResolver() {
        return null;
    }

    @Override
    public WritableTypeId writeTypePrefix(JsonGenerator out, WritableTypeId id) throws IOException {
        var tag = tagsByJavaName.get(id.forValue.getClass().getName());
        if (tag == null) {
            throw new UnwritableException(
                    out,
                    "the value is a " + id.forValue.getClass().getName()
                            + ", which the contract does not name among the variants here. Fix: run the plugin again:"
                            + " mvn generate-sources. In an IDE, delegate builds to Maven.");
        }
        out.writeStartObject(id.forValue);
        out.writeStringField(discriminator, tag);
        return id;
    }

    @Override
    public WritableTypeId writeTypeSuffix(JsonGenerator out, WritableTypeId id) throws IOException {
        out.writeEndObject();
        return id;
    }
}
