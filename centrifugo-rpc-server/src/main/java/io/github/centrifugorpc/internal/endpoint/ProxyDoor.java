package io.github.centrifugorpc.internal.endpoint;

import io.github.centrifugorpc.internal.http.HttpAnswer;
import io.github.centrifugorpc.internal.http.HttpExchange;
import io.github.centrifugorpc.internal.wire.WireError;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets Centrifugo in and nobody else. */
public final class ProxyDoor {

    private static final Logger LOG = LoggerFactory.getLogger(ProxyDoor.class);
    private static final String HEADER = "X-Centrifugo-Proxy-Secret";
    private static final long NANOS_BETWEEN_WARNINGS = 10_000_000_000L;

    private final SharedSecret secret;
    private final boolean isOpen;
    private final AtomicLong nextWarningNanos = new AtomicLong(System.nanoTime());

    /**
     * A door.
     *
     * @param secrets accepted values; none opens the door to everybody
     */
    public ProxyDoor(List<String> secrets) {
        this.secret = new SharedSecret(secrets);
        this.isOpen = secrets.isEmpty();
    }

    /** Whether the request may go on; if not, it has been answered. */
    boolean lets(HttpExchange exchange, ReplyJson json) {
        if (!isOpen && !secret.accepts(exchange.header(HEADER))) {
            warnNowAndThen(exchange.path());
            exchange.respond(json.http(
                    401,
                    WireError.unauthenticated("The header " + HEADER + " is missing or wrong. Fix: set it as static"
                            + " header of the proxy in Centrifugo's configuration.")));
            return false;
        }
        if (exchange.fault().isPresent()) {
            var error = switch (exchange.fault().get()) {
                case TOO_LARGE -> WireError.tooLarge("The request is larger than the server takes.");
                case TOO_SLOW -> WireError.badRequest("The request did not arrive in time.");
                case MALFORMED -> WireError.badRequest("The HTTP request is malformed.");
            };
            refuse(exchange, json, error);
            return false;
        }
        return true;
    }

    /** Answers with Centrifugo's own error, which it passes on to the client. */
    static void refuse(HttpExchange exchange, ReplyJson json, WireError error) {
        exchange.respond(new HttpAnswer(200, json.body(ReplyJson.proxyError(error))));
    }

    private void warnNowAndThen(String path) {
        long now = System.nanoTime();
        long next = nextWarningNanos.get();
        if (now - next >= 0 && nextWarningNanos.compareAndSet(next, now + NANOS_BETWEEN_WARNINGS)) {
            LOG.warn(
                    "Requests to {} without the right {} are refused. Fix: give the static header of that proxy in"
                            + " Centrifugo's configuration the value of proxySecret (CENTRIFUGO_PROXY_SECRET).",
                    path,
                    HEADER);
        }
    }
}
