package io.github.centrifugorpc.internal.endpoint;

import io.github.centrifugorpc.internal.http.HttpEngine.HttpHandler;
import io.github.centrifugorpc.internal.http.HttpExchange;
import io.github.centrifugorpc.internal.wire.WireError;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the endpoint behind a path. */
public final class Endpoints implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);

    private final Map<String, Endpoint> byPath;
    private final Optional<PlainHttpEndpoint> plainHttp;
    private final ReplyJson json;

    /** All endpoints of a server. */
    public Endpoints(
            RpcEndpoint rpc,
            PublishProxyEndpoint publishProxy,
            PublishEndpoint publish,
            HealthEndpoint health,
            Optional<PlainHttpEndpoint> plainHttp,
            ReplyJson json) {
        this.byPath = Map.of(
                "/centrifugo/rpc", rpc,
                "/centrifugo/publish", publishProxy,
                "/publish", publish,
                "/health", health);
        this.plainHttp = plainHttp;
        this.json = json;
    }

    @Override
    public void handle(HttpExchange exchange) {
        try {
            var endpoint = endpoint(exchange.path());
            if (endpoint == null) {
                if (!HttpFaults.answers(exchange, json)) {
                    exchange.respond(
                            json.http(404, new WireError(404, "not_found", "There is nothing at this path.", null)));
                }
            } else if (!exchange.method().equals(endpoint.httpMethod())) {
                exchange.respond(json.http(
                        405,
                        Map.of("Allow", endpoint.httpMethod()),
                        new WireError(
                                405,
                                "method_not_allowed",
                                "This path answers to " + endpoint.httpMethod() + " only.",
                                null)));
            } else {
                endpoint.handle(exchange);
            }
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("An HTTP request could not be answered because of a bug in this library.", e);
            exchange.respond(json.http(500, new WireError(500, "internal", "Internal error.", null)));
        }
    }

    private @Nullable Endpoint endpoint(String path) {
        return plainHttp.isPresent() && path.startsWith(PlainHttpEndpoint.PATH_PREFIX)
                ? plainHttp.get()
                : byPath.get(path);
    }
}
