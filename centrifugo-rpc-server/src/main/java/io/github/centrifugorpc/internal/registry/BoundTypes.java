package io.github.centrifugorpc.internal.registry;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.AbstractDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.deser.impl.TypeWrappedDeserializer;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.ser.impl.UnknownSerializer;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import java.util.List;
import java.util.Optional;

/** What Jackson does with a Java type: which properties it reads and writes, and whether it can. */
final class BoundTypes {

    private final ObjectMapper mapper;

    BoundTypes(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    List<BeanPropertyDefinition> written(JavaType type) {
        return mapper.getSerializationConfig().introspect(type).findProperties();
    }

    List<BeanPropertyDefinition> read(JavaType type) {
        var config = mapper.getDeserializationConfig();
        var bean = config.introspect(type);
        var builder = config.getAnnotationIntrospector().findPOJOBuilder(bean.getClassInfo());
        return builder == null
                ? bean.findProperties()
                : config.introspectForBuilder(mapper.constructType(builder), bean)
                        .findProperties();
    }

    /** Whether an annotation on the property itself says how it is read or written. */
    boolean hasFormOfItsOwn(BeanPropertyDefinition property) {
        var introspector = mapper.getDeserializationConfig().getAnnotationIntrospector();
        var member = property.getPrimaryMember();
        return member != null
                && (introspector.findSerializer(member) != null || introspector.findDeserializer(member) != null);
    }

    /** The type of the one value that stands for the whole, where {@code @JsonValue} marks it. */
    Optional<JavaType> value(JavaType type) {
        var accessor = mapper.getSerializationConfig().introspect(type).findJsonValueAccessor();
        return Optional.ofNullable(accessor).map(AnnotatedMember::getType);
    }

    /** Whether something beside its properties says what the type is in JSON. */
    boolean isForeign(JavaType type) {
        try {
            var writer = mapper.getSerializerProviderInstance().findValueSerializer(type);
            if (!(writer instanceof BeanSerializerBase) && !(writer instanceof UnknownSerializer)) {
                return true;
            }
            var reader = innermost(context().findRootValueDeserializer(type));
            return !(reader instanceof BeanDeserializerBase)
                    && !(reader instanceof AbstractDeserializer)
                    && !(reader instanceof TypeWrappedDeserializer);
        } catch (JsonMappingException e) {
            return false;
        }
    }

    /** Whether an object of the type can be made of its properties. */
    boolean canBeMade(JavaType type) {
        try {
            var reader = innermost(context().findNonContextualValueDeserializer(type));
            return !(reader instanceof BeanDeserializerBase bean)
                    || bean.getValueInstantiator().canInstantiate();
        } catch (JsonMappingException e) {
            return false;
        }
    }

    private static JsonDeserializer<?> innermost(JsonDeserializer<?> reader) {
        var inner = reader;
        while (inner.getDelegatee() != null) {
            inner = inner.getDelegatee();
        }
        return inner;
    }

    private DeserializationContext context() {
        return ((DefaultDeserializationContext) mapper.getDeserializationContext())
                .createDummyInstance(mapper.getDeserializationConfig());
    }
}
