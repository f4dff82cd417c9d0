package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.github.centrifugorpc.contract.TypeRef;
import org.jspecify.annotations.Nullable;

/** A Java value that the contract's wire form cannot hold. Its message is for the log, with the remedy. */
final class UnwritableException extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    private final String wirePath;

    UnwritableException(JsonGenerator out, String message) {
        super(out, message);
        this.wirePath = pathTo(out.getOutputContext(), true);
    }

    /** Where the value would have been written, from the result on. */
    String wirePath() {
        return wirePath;
    }

    private static String pathTo(@Nullable JsonStreamContext context, boolean isInnermost) {
        if (context == null || context.inRoot() || context.getCurrentValue() instanceof TypeRef) {
            return "$";
        }
        var path = pathTo(context.getParent(), false);
        if (context.inArray()) {
            // The value at fault has not been counted yet; what stands around it has.
            return path + "[" + (isInnermost ? context.getEntryCount() : context.getCurrentIndex()) + "]";
        }
        return context.hasCurrentName() ? path + "." + context.getCurrentName() : path;
    }
}
