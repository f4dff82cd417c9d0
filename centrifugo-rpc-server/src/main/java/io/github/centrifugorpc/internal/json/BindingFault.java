package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.github.centrifugorpc.internal.wire.Shorten;
import io.github.centrifugorpc.internal.wire.WireError.Violation;
import io.github.centrifugorpc.internal.wire.WirePath;

/**
 * What a caller is told where the params have the right form and a Java class refuses them nevertheless. Never the
 * exception's own message: it may name classes, or tell what the server knows.
 */
public final class BindingFault {

    private BindingFault() {}

    /** The place, and that it does not do. */
    public static Violation of(Exception thrown) {
        var path = new WirePath();
        if (thrown instanceof JsonMappingException mapping) {
            for (var step : mapping.getPath()) {
                if (step.getFieldName() != null) {
                    path.name(step.getFieldName());
                } else if (step.getIndex() >= 0) {
                    path.index(step.getIndex());
                }
            }
        }
        return new Violation(path.toString(), message(thrown));
    }

    private static String message(Exception thrown) {
        if (thrown instanceof InvalidFormatException format && format.getValue() instanceof CharSequence text) {
            return "has a value that does not fit: \"" + Shorten.text(text.toString()) + '"';
        }
        return thrown instanceof ValueInstantiationException || !(thrown instanceof JsonMappingException)
                ? "has values that do not go together"
                : "has a value that does not fit";
    }
}
