package io.github.centrifugorpc.internal.endpoint;

import io.github.centrifugorpc.internal.http.HttpExchange;
import io.github.centrifugorpc.internal.wire.WireError;

/** Requests that could not be read, answered in HTTP's own terms. */
final class HttpFaults {

    private HttpFaults() {}

    /** Whether the request had a fault, and so has been answered. */
    static boolean answers(HttpExchange exchange, ReplyJson json) {
        if (exchange.fault().isEmpty()) {
            return false;
        }
        var answer = switch (exchange.fault().get()) {
            case TOO_LARGE -> json.http(413, WireError.tooLarge("The request is larger than the server takes."));
            case TOO_SLOW ->
                json.http(408, new WireError(408, "deadline_exceeded", "The request did not arrive in time.", null));
            case MALFORMED -> json.http(400, WireError.badRequest("The HTTP request is malformed."));
        };
        exchange.respond(answer);
        return true;
    }
}
