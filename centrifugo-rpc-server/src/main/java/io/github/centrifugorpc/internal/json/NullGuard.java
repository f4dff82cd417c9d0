package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses null elements of lists and maps unless the contract lets them be null. Nulls are rare, so it may search. */
final class NullGuard extends JsonSerializer<Object> {

    private final Map<String, TypeDeclaration> types;

    NullGuard(Map<String, TypeDeclaration> types) {
        this.types = types;
    }

    @Override
    public void serialize(Object nothing, JsonGenerator out, SerializerProvider provider) throws IOException {
        var type = typeIn(out.getOutputContext());
        if (type.isPresent() && !takesNull(type.get())) {
            throw new UnwritableException(
                    out,
                    "an element is null, and the contract says elements are always there. Fix: leave it out, or mark"
                            + " the element type as @Nullable.");
        }
        out.writeNull();
    }

    /** Tells later nulls the type of the value that is written next. */
    static void mark(JsonGenerator out, TypeRef root) {
        out.getOutputContext().setCurrentValue(root);
    }

    /** The type of the value being written into an array or object; empty where the contract does not say. */
    private Optional<TypeRef> typeIn(@Nullable JsonStreamContext context) {
        if (context == null) {
            return Optional.empty();
        }
        if (context.getCurrentValue() instanceof TypeRef root) {
            return Optional.of(root);
        }
        return typeIn(context.getParent()).map(NullGuard::present).flatMap(type -> inside(type, context));
    }

    private Optional<TypeRef> inside(TypeRef container, JsonStreamContext context) {
        if (container instanceof TypeRef.ListOf list) {
            return Optional.of(list.element());
        }
        if (container instanceof TypeRef.SetOf set) {
            return Optional.of(set.element());
        }
        if (container instanceof TypeRef.MapOf map) {
            return Optional.of(map.value());
        }
        if (container instanceof TypeRef.Named named) {
            return object(named, context)
                    .flatMap(object -> member(object, named.arguments(), context.getCurrentName()));
        }
        return Optional.empty();
    }

    private Optional<ObjectType> object(TypeRef.Named type, JsonStreamContext context) {
        var declared = types.get(type.name());
        if (declared instanceof UnionType union && context.getCurrentValue() != null) {
            var javaName = context.getCurrentValue().getClass().getName();
            return union.variants().stream()
                    .map(types::get)
                    .filter(variant ->
                            variant instanceof ObjectType && variant.javaName().equals(javaName))
                    .map(ObjectType.class::cast)
                    .findFirst();
        }
        return declared instanceof ObjectType object ? Optional.of(object) : Optional.empty();
    }

    private static Optional<TypeRef> member(ObjectType object, List<TypeRef> arguments, @Nullable String name) {
        var variables = new HashMap<String, TypeRef>();
        for (int i = 0; i < arguments.size() && i < object.typeParameters().size(); i++) {
            variables.put(object.typeParameters().get(i), arguments.get(i));
        }
        return object.members().stream()
                .filter(member -> member.name().equals(name))
                .map(Member::type)
                .findFirst()
                .or(object::extra)
                .map(type -> type.bind(variables));
    }

    private static boolean takesNull(TypeRef type) {
        return type instanceof TypeRef.Nullable || type instanceof TypeRef.Any;
    }

    private static TypeRef present(TypeRef type) {
        if (type instanceof TypeRef.PatchOf patch) {
            return patch.inner();
        }
        return type instanceof TypeRef.Nullable nullable ? nullable.inner() : type;
    }
}
