package io.github.centrifugorpc.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * An answer with a JSON body.
 *
 * @param headers beside those that every answer has
 */
public record HttpAnswer(int status, Map<String, String> headers, Body body) {

    /** An answer without headers of its own. */
    public HttpAnswer(int status, Body body) {
        this(status, Map.of(), body);
    }

    /** Writes straight into the engine's buffers. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }
}
