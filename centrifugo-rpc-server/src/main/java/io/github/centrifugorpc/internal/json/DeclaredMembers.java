package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.PropertyMetadata;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.AnyGetterWriter;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerBuilder;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.DateSerializer;
import com.fasterxml.jackson.databind.ser.std.MapSerializer;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes each name of an object once: the tag instead of a property of its name, a member instead of an extra one. */
final class DeclaredMembers extends BeanSerializerModifier {

    private static final long serialVersionUID = 1L;

    private final transient JavaDeclarations declarations;

    DeclaredMembers(JavaDeclarations declarations) {
        this.declarations = declarations;
    }

    @Override
    public List<BeanPropertyWriter> changeProperties(
            SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> writers) {
        declarations
                .object(bean.getBeanClass())
                .flatMap(ObjectType::tag)
                .ifPresent(tag -> writers.removeIf(writer -> writer.getName().equals(tag.member())));
        writers.forEach(writer -> {
            declarations
                    .object(bean.getBeanClass())
                    .flatMap(object -> longs(object, writer.getName()))
                    .ifPresent(longs -> assignLongs(writer, longs));
            if (writer.getType().isJavaLangObject() && !writer.hasSerializer()) {
                writer.assignSerializer(AnyWriter.INSTANCE);
            }
        });
        return writers;
    }

    /** How the longs of a member travel; empty where it has none. */
    private static Optional<Longs> longs(ObjectType object, String name) {
        return object.members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .map(Member::type)
                .map(type -> type instanceof TypeRef.Nullable nullable ? nullable.inner() : type)
                .map(type -> type instanceof TypeRef.ListOf list ? list.element() : type)
                .flatMap(type -> type.equals(new TypeRef.Scalar(ScalarKind.LONG))
                        ? Optional.of(Longs.NUMBER)
                        : Optional.of(Longs.STRING)
                                .filter(any -> type.equals(new TypeRef.Scalar(ScalarKind.LONG_STRING))));
    }

    /** The forms of a long in which Jackson asks no annotation. */
    private static void assignLongs(BeanPropertyWriter writer, Longs longs) {
        if (writer.hasSerializer()) {
            return;
        }
        if (writer.getType().isTypeOrSubTypeOf(Date.class)) {
            writer.assignSerializer(untyped(new DateSerializer(true, null)));
        }
        if (writer.getType().hasRawClass(OptionalLong.class)) {
            writer.assignSerializer(untyped(new OptionalWriters.OfLong(longs)));
        } else if (writer.getType().hasRawClass(long[].class)) {
            writer.assignSerializer(untyped(new ArrayWriters.OfLong(longs)));
        }
    }

    @SuppressWarnings("unchecked") // Jackson's signature asks for more than it uses.
    private static JsonSerializer<Object> untyped(JsonSerializer<?> writer) {
        return (JsonSerializer<Object>) writer;
    }

    @Override
    public BeanSerializerBuilder updateBuilder(
            SerializationConfig config, BeanDescription bean, BeanSerializerBuilder builder) {
        var object = declarations.object(bean.getBeanClass());
        if (object.isPresent() && bean.findAnyGetter() != null) {
            var writers = new ArrayList<>(builder.getProperties());
            var names = names(object.get());
            writers.replaceAll(writer ->
                    writer instanceof AnyGetterWriter ? extra(config, bean.findAnyGetter(), writer, names) : writer);
            builder.setProperties(writers);
        }
        return builder;
    }

    private static Set<String> names(ObjectType object) {
        var names = new HashSet<String>();
        object.tag().ifPresent(tag -> names.add(tag.member()));
        object.members().stream().map(Member::name).forEach(names::add);
        return names;
    }

    /** As Jackson makes one, but for the names that it must not write. */
    private AnyGetterWriter extra(
            SerializationConfig config, AnnotatedMember getter, BeanPropertyWriter writer, Set<String> names) {
        JavaType type = getter.getType();
        JavaType valueType = type.getContentType();
        var property = new BeanProperty.Std(
                PropertyName.construct(getter.getName()), valueType, null, getter, PropertyMetadata.STD_OPTIONAL);
        var values = MapSerializer.construct(
                names, type, false, typeWriter(config, valueType), null, anyWriter(valueType), null);
        return new AnyGetterWriter(writer, property, getter, values);
    }

    private @Nullable TypeSerializer typeWriter(SerializationConfig config, JavaType type) {
        var resolver = config.getAnnotationIntrospector()
                .findTypeResolver(
                        config, config.introspectClassAnnotations(type).getClassInfo(), type);
        return resolver == null ? null : resolver.buildTypeSerializer(config, type, List.of());
    }

    private static @Nullable JsonSerializer<Object> anyWriter(JavaType type) {
        return type.isJavaLangObject() ? AnyWriter.INSTANCE : null;
    }
}
