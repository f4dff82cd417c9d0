package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.centrifugorpc.contract.TypeRef;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what one method returns. */
public final class ResultWriter {

    private final ObjectWriter writer;
    private final @Nullable TypeRef type;
    private final boolean isUntyped;

    /** A writer for results of the given type; empty for a method without one. */
    public ResultWriter(ObjectMapper mapper, JavaType javaType, Optional<TypeRef> type) {
        this.type = type.orElse(null);
        // Jackson would go by the class of the value, and write a big number as if it were declared as such.
        this.isUntyped = javaType.isJavaLangObject()
                && type.filter(TypeRef.Any.class::isInstance).isPresent();
        this.writer = isUntyped ? mapper.writerFor(AnyWriter.Root.class) : mapper.writerFor(javaType);
    }

    /**
     * Writes one value.
     *
     * @throws UnwritableResultException if the contract's wire form cannot hold it
     */
    public void write(@Nullable Object result, JsonGenerator out) throws IOException {
        if (type == null) {
            out.writeNull();
            return;
        }
        if (result == null) {
            writeNull(out, type);
            return;
        }
        NullGuard.mark(out, type);
        try {
            writer.writeValue(out, isUntyped ? new AnyWriter.Root(result) : result);
        } catch (UnwritableException e) {
            throw new UnwritableResultException(e.wirePath() + ": " + e.getOriginalMessage(), e);
        } catch (JsonMappingException e) {
            throw new UnwritableResultException(path(e) + ": " + e.getOriginalMessage(), e);
        }
    }

    private static void writeNull(JsonGenerator out, TypeRef type) throws IOException {
        if (type instanceof TypeRef.Nullable || type instanceof TypeRef.Any) {
            out.writeNull();
        } else if (type instanceof TypeRef.ListOf || type instanceof TypeRef.SetOf) {
            out.writeStartArray();
            out.writeEndArray();
        } else if (type instanceof TypeRef.MapOf) {
            out.writeStartObject();
            out.writeEndObject();
        } else {
            throw new UnwritableResultException(
                    "$: the handler returned null, and the contract says there is always a result. Fix: return a"
                            + " value, or make the result an Optional.",
                    null);
        }
    }

    private static String path(JsonMappingException e) {
        return "$"
                + e.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                        .collect(Collectors.joining());
    }
}
