package io.github.centrifugorpc.internal.endpoint;

import io.github.centrifugorpc.Transport;
import io.github.centrifugorpc.internal.dispatch.CallRequest;
import io.github.centrifugorpc.internal.dispatch.Caller;
import io.github.centrifugorpc.internal.dispatch.Dispatcher;
import io.github.centrifugorpc.internal.dispatch.ReplyPort;
import io.github.centrifugorpc.internal.http.HttpAnswer;
import io.github.centrifugorpc.internal.http.HttpExchange;
import io.github.centrifugorpc.internal.once.Reply;
import io.github.centrifugorpc.internal.proxy.MalformedRequestException;
import io.github.centrifugorpc.internal.proxy.ProxyRequestReader;
import io.github.centrifugorpc.internal.registry.HandlerMethod;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.wire.Attempt;
import io.github.centrifugorpc.internal.wire.WireError;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code POST /rpc/{method}}: calls without Centrifugo, by bearer token (wire W12). */
public final class PlainHttpEndpoint implements Endpoint {

    /** The path before the method's name. */
    public static final String PATH_PREFIX = "/rpc/";

    private final TokenVerifier verifier;
    private final MethodTable methods;
    private final ProxyRequestReader reader;
    private final CallTerms terms;
    private final Dispatcher dispatcher;
    private final ReplyJson json;

    public PlainHttpEndpoint(
            TokenVerifier verifier, MethodTable methods, CallTerms terms, Dispatcher dispatcher, ReplyJson json) {
        this.verifier = verifier;
        this.methods = methods;
        this.reader = new ProxyRequestReader(methods);
        this.terms = terms;
        this.dispatcher = dispatcher;
        this.json = json;
    }

    @Override
    public String httpMethod() {
        return "POST";
    }

    @Override
    public void handle(HttpExchange exchange) {
        var port = new Port(exchange, json);
        var userId = verifier.userOf(exchange.header("Authorization"));
        if (userId.isEmpty()) {
            exchange.respond(json.http(
                    401,
                    Map.of("WWW-Authenticate", "Bearer"),
                    WireError.unauthenticated("A bearer token is missing, wrong or expired.")));
            return;
        }
        if (HttpFaults.answers(exchange, json)) {
            return;
        }
        var refusal = CallTerms.refusal(userId.get(), false);
        var name = exchange.path().substring(PATH_PREFIX.length());
        var method = methods.find(name);
        if (refusal.isPresent() || method == null) {
            port.refuse(refusal.orElseGet(() -> terms.unknown(name)));
            return;
        }
        try {
            call(exchange, method, userId.get(), port).ifPresent(port::refuse);
        } catch (MalformedRequestException e) {
            port.refuse(WireError.badRequest("Malformed request: " + e.getMessage() + "."));
        }
    }

    private Optional<WireError> call(HttpExchange exchange, HandlerMethod method, String userId, Port port)
            throws MalformedRequestException {
        var params = reader.params(exchange.body(), method);
        boolean isWithoutReply = method.options().noReply();
        return dispatcher.dispatch(
                new CallRequest(
                        method,
                        new Caller(userId, "", Map.of()),
                        UUID.randomUUID().toString(),
                        Attempt.FIRST,
                        null,
                        Transport.HTTP,
                        method.timeLimit(),
                        params,
                        isWithoutReply ? ReplyPort.NOBODY : port),
                () -> {
                    if (isWithoutReply) {
                        exchange.respond(new HttpAnswer(200, json.body(out -> out.writeNull())));
                    }
                });
    }

    private record Port(HttpExchange exchange, ReplyJson json) implements ReplyPort {

        private static final int FIRST_CODE_WITHOUT_STATUS = 600;

        @Override
        public void send(Reply reply) {
            exchange.respond(
                    reply instanceof Reply.Failure failure
                            ? new HttpAnswer(status(failure.code()), ReplyJson.bareError(failure))
                            : new HttpAnswer(200, out -> out.write(reply.json())));
        }

        /** Answers what has no place or is no call. */
        void refuse(WireError error) {
            exchange.respond(json.http(status(error.code()), error));
        }

        private static int status(int code) {
            return code < FIRST_CODE_WITHOUT_STATUS ? code : 422;
        }
    }
}
