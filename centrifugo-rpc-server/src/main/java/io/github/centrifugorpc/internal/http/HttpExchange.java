package io.github.centrifugorpc.internal.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request, and the place for its answer. */
public interface HttpExchange {

    /** Why a request is not complete. */
    enum Fault {
        MALFORMED,
        TOO_LARGE,
        TOO_SLOW
    }

    /** The HTTP method in capitals. */
    String method();

    /** The path without the query. */
    String path();

    /** The value of a header, null where it is absent. */
    @Nullable
    String header(String name);

    /** The whole body; empty where there is a fault. */
    byte[] body();

    /** Set where the request could not be read; the answer is then the connection's last. */
    Optional<Fault> fault();

    /**
     * Sends the answer. Calls after the first have no effect: whoever is first answers.
     *
     * @throws java.io.UncheckedIOException if the body could not be written; nothing was sent then, and another answer
     *     may be given
     */
    void respond(HttpAnswer answer);
}
