package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.jsontype.impl.AsPropertyTypeDeserializer;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.UnionType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells variants apart by the tags of the contract (types T8). */
final class TagResolver implements TypeResolverBuilder<TagResolver> {

    private final String discriminator;
    private final List<ObjectType> variants;
    private final Optional<ObjectType> fallback;
    private final boolean isVisible;

    private TagResolver(
            String discriminator, List<ObjectType> variants, Optional<ObjectType> fallback, boolean isVisible) {
        this.discriminator = discriminator;
        this.variants = variants;
        this.fallback = fallback;
        this.isVisible = isVisible;
    }

    /**
     * For a type that stands for its variants.
     *
     * @param isVisible the tag is a property of the Java class as well
     */
    static TagResolver of(UnionType union, JavaDeclarations declarations, boolean isVisible) {
        var variants = union.variants().stream()
                .map(declarations::named)
                .flatMap(Optional::stream)
                .toList();
        return new TagResolver(
                union.discriminator(), variants, union.fallback().flatMap(declarations::named), isVisible);
    }

    /** For a variant alone; empty for an object that is none. */
    static Optional<TagResolver> of(ObjectType object, JavaDeclarations declarations, boolean isVisible) {
        return object.tag().map(tag -> new TagResolver(tag.member(), List.of(object), Optional.empty(), isVisible));
    }

    @Override
    public TypeSerializer buildTypeSerializer(
            SerializationConfig config, JavaType baseType, @Nullable Collection<NamedType> subtypes) {
        var tags = new HashMap<String, String>();
        variants.forEach(variant -> variant.tag().ifPresent(tag -> tags.put(variant.javaName(), tag.value())));
        return new TagWriter(discriminator, Map.copyOf(tags));
    }

    @Override
    public TypeDeserializer buildTypeDeserializer(
            DeserializationConfig config, JavaType baseType, @Nullable Collection<NamedType> subtypes) {
        var types = new HashMap<String, JavaType>();
        variants.forEach(variant ->
                variant.tag().ifPresent(tag -> types.put(tag.value(), javaType(config, baseType, variant))));
        var fallbackType =
                fallback.map(variant -> javaType(config, baseType, variant)).orElse(null);
        return new AsPropertyTypeDeserializer(
                baseType,
                new TagReader(types, fallbackType),
                discriminator,
                isVisible,
                fallbackType,
                JsonTypeInfo.As.PROPERTY,
                true);
    }

    private static JavaType javaType(DeserializationConfig config, JavaType baseType, ObjectType variant) {
        if (baseType.getRawClass().getName().equals(variant.javaName())) {
            return baseType;
        }
        return config.constructSpecializedType(baseType, load(config, baseType, variant.javaName()));
    }

    private static Class<?> load(DeserializationConfig config, JavaType baseType, String javaName) {
        try {
            return Class.forName(javaName, false, baseType.getRawClass().getClassLoader());
        } catch (ClassNotFoundException e) {
            try {
                return config.getTypeFactory().findClass(javaName);
            } catch (ClassNotFoundException notAnywhere) {
                throw new IllegalArgumentException("the variant " + javaName + " cannot be loaded", notAnywhere);
            }
        }
    }

    @Override
    public @Nullable Class<?> getDefaultImpl() {
        return null;
    }

    @Override
    public TagResolver init(JsonTypeInfo.Id kind, @Nullable TypeIdResolver resolver) {
        return this;
    }

    @Override
    public TagResolver inclusion(JsonTypeInfo.As inclusion) {
        return this;
    }

    @Override
    public TagResolver typeProperty(String name) {
        return this;
    }

    @Override
    public TagResolver defaultImpl(@Nullable Class<?> type) {
        return this;
    }

    @Override
    public TagResolver typeIdVisibility(boolean isVisible) {
        return this;
    }

    @Override
    public TagResolver withDefaultImpl(@Nullable Class<?> type) {
        return this;
    }
}
