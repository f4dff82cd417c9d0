package io.github.centrifugorpc.internal.json;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Decides what a null member becomes: nothing, an empty array or object, or a refusal (types T1). */
final class NullMembers extends BeanSerializerModifier {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, ObjectType> objectsByJavaName;

    NullMembers(Collection<TypeDeclaration> types) {
        objectsByJavaName = types.stream()
                .filter(ObjectType.class::isInstance)
                .map(ObjectType.class::cast)
                .collect(toUnmodifiableMap(ObjectType::javaName, Function.identity()));
    }

    @Override
    public List<BeanPropertyWriter> changeProperties(
            SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> writers) {
        var object =
                Optional.ofNullable(objectsByJavaName.get(bean.getBeanClass().getName()));
        writers.replaceAll(writer -> {
            var member = object.flatMap(type -> type.members().stream()
                    .filter(candidate -> candidate.name().equals(writer.getName()))
                    .findFirst());
            return new NullMemberWriter(writer, whenNull(member, writer));
        });
        return writers;
    }

    private static NullMemberWriter.WhenNull whenNull(Optional<Member> member, BeanPropertyWriter writer) {
        if (member.map(Member::type).filter(TypeRef.Nullable.class::isInstance).isPresent()) {
            return NullMemberWriter.WhenNull.LEAVE_OUT;
        }
        var type = writer.getType();
        if (type.isMapLikeType()) {
            return NullMemberWriter.WhenNull.EMPTY_OBJECT;
        }
        boolean isBytes = type.isArrayType() && type.getContentType().hasRawClass(byte.class);
        if (type.isCollectionLikeType() || (type.isArrayType() && !isBytes)) {
            return NullMemberWriter.WhenNull.EMPTY_ARRAY;
        }
        return member.filter(Member::required).isPresent()
                ? NullMemberWriter.WhenNull.REFUSE
                : NullMemberWriter.WhenNull.LEAVE_OUT;
    }
}
