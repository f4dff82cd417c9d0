package io.github.centrifugorpc.internal.endpoint;

import io.github.centrifugorpc.internal.http.HttpExchange;
import io.github.centrifugorpc.internal.wire.WireError;
import java.util.List;
import java.util.Optional;

/** Lets the other services of a company in, by their key. */
public final class WrapperDoor {

    private static final String HEADER = "X-API-Key";

    private final Optional<SharedSecret> key;

    /** A door; without a key it stays shut. */
    public WrapperDoor(Optional<String> key) {
        this.key = key.map(value -> new SharedSecret(List.of(value)));
    }

    /** Whether the request may go on; if not, it has been answered. */
    boolean lets(HttpExchange exchange, ReplyJson json) {
        if (key.isEmpty()) {
            exchange.respond(json.http(
                    503,
                    new WireError(
                            503,
                            "unavailable",
                            "This endpoint needs wrapperApiKey (CENTRIFUGO_WRAPPER_API_KEY), which is not set.",
                            null)));
            return false;
        }
        if (!key.get().accepts(exchange.header(HEADER))) {
            exchange.respond(
                    json.http(401, WireError.unauthenticated("The header " + HEADER + " is missing or wrong.")));
            return false;
        }
        return !HttpFaults.answers(exchange, json);
    }
}
