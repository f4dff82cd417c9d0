package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import java.io.IOException;
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
        if (type.isPresent() && !(type.get() instanceof TypeRef.Nullable)) {
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
        if (container instanceof TypeRef.Named named && types.get(named.name()) instanceof ObjectType object) {
            return object.members().stream()
                    .filter(member -> member.name().equals(context.getCurrentName()))
                    .map(Member::type)
                    .findFirst();
        }
        return Optional.empty();
    }

    private static TypeRef present(TypeRef type) {
        return type instanceof TypeRef.Nullable nullable ? nullable.inner() : type;
    }
}
