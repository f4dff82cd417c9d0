package io.github.centrifugorpc;

import java.time.Instant;
import java.util.Map;

/**
 * Who calls, and how long they wait. One context belongs to one call and may be used from any thread.
 *
 * <p>Everything here was asserted by Centrifugo or by a verified token. What a client claims about itself stands in the
 * params, and a handler compares the two where it matters:
 *
 * <pre>{@code
 * if (!conn.userId().equals(params.userId())) {
 *     throw new RpcException(403, "permission_denied", "Only one's own tasks may be read.");
 * }
 * }</pre>
 */
public interface ConnectionContext {

    /** The user's id; empty for a connection without a user, which only anonymous methods get to see. */
    String userId();

    /** The id that Centrifugo gave to the connection; empty for {@link Transport#HTTP}. */
    String clientId();

    /** The id of the call, the same in the logs of client and server. */
    String correlationId();

    /** The wire name of the method. */
    String method();

    /** The way that the call came. */
    Transport transport();

    /**
     * The {@code meta} claim of the connection's token as plain maps, lists, strings, numbers and booleans, where
     * Centrifugo is configured to pass it on ({@code include_connection_meta}); empty otherwise.
     */
    Map<String, Object> meta();

    /**
     * When the caller stops waiting. Work that would end later is not worth starting. It moves later where the call is
     * sent again by a caller who waits longer.
     */
    Instant deadline();

    /** Whether nobody waits any longer: the deadline has passed, the caller cancelled, or the server is shutting down. */
    boolean isCancelled();
}
