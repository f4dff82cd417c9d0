package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.List;
import java.util.Optional;

/** Decides what a null member becomes: nothing, an empty array or object, or a refusal (types T1). */
final class NullMembers extends BeanSerializerModifier {

    private static final long serialVersionUID = 1L;

    private final transient JavaDeclarations declarations;

    NullMembers(JavaDeclarations declarations) {
        this.declarations = declarations;
    }

    @Override
    public List<BeanPropertyWriter> changeProperties(
            SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> writers) {
        var object = declarations.object(bean.getBeanClass());
        writers.replaceAll(writer -> {
            var member = object.flatMap(type -> type.members().stream()
                    .filter(candidate -> candidate.name().equals(writer.getName()))
                    .findFirst());
            return new NullMemberWriter(writer, whenNull(member, writer));
        });
        return writers;
    }

    private static NullMemberWriter.WhenNull whenNull(Optional<Member> member, BeanPropertyWriter writer) {
        var declared = member.map(Member::type);
        if (declared.filter(type -> type instanceof TypeRef.Nullable || type instanceof TypeRef.PatchOf)
                .isPresent()) {
            return NullMemberWriter.WhenNull.LEAVE_OUT;
        }
        boolean isRequired = member.filter(Member::required).isPresent();
        if (isRequired && isAny(writer.getType())) {
            return NullMemberWriter.WhenNull.NULL;
        }
        var type = writer.getType();
        if (type.isMapLikeType()) {
            return NullMemberWriter.WhenNull.EMPTY_OBJECT;
        }
        boolean isBytes = type.isArrayType() && type.getContentType().hasRawClass(byte.class);
        if (type.isCollectionLikeType() || type.hasRawClass(Iterable.class) || (type.isArrayType() && !isBytes)) {
            return NullMemberWriter.WhenNull.EMPTY_ARRAY;
        }
        return isRequired ? NullMemberWriter.WhenNull.REFUSE : NullMemberWriter.WhenNull.LEAVE_OUT;
    }

    /** By the Java type, which knows what stands for a type parameter. */
    private static boolean isAny(JavaType type) {
        return type.isJavaLangObject() || type.isTypeOrSubTypeOf(JsonNode.class);
    }
}
