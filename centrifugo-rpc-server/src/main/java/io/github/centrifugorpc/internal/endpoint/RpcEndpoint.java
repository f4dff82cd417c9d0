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
import io.github.centrifugorpc.internal.proxy.ProxyRequest;
import io.github.centrifugorpc.internal.proxy.ProxyRequestReader;
import io.github.centrifugorpc.internal.registry.HandlerMethod;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.wire.WireError;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code POST /centrifugo/rpc}: calls by Centrifugo's rpc command, answered in place (wire W2, W4). */
public final class RpcEndpoint implements Endpoint {

    private final ProxyDoor door;
    private final MethodTable methods;
    private final ProxyRequestReader reader;
    private final CallTerms terms;
    private final Dispatcher dispatcher;
    private final SystemMethods system;
    private final ReplyJson json;

    public RpcEndpoint(
            ProxyDoor door,
            MethodTable methods,
            CallTerms terms,
            Dispatcher dispatcher,
            SystemMethods system,
            ReplyJson json) {
        this.door = door;
        this.methods = methods;
        this.reader = new ProxyRequestReader(methods);
        this.terms = terms;
        this.dispatcher = dispatcher;
        this.system = system;
        this.json = json;
    }

    @Override
    public String httpMethod() {
        return "POST";
    }

    @Override
    public void handle(HttpExchange exchange) {
        if (!door.lets(exchange, json)) {
            return;
        }
        ProxyRequest request;
        try {
            request = reader.rpc(exchange.body());
        } catch (MalformedRequestException e) {
            ProxyDoor.refuse(exchange, json, WireError.badRequest("Malformed request: " + e.getMessage() + "."));
            return;
        }
        var envelope = request.envelope();
        var port = new Port(exchange, json, envelope.correlationId());
        if (SystemMethods.has(request.target())) {
            port.send(envelopeRefusal(request, true)
                    .map(json::ownError)
                    .orElseGet(() -> system.answer(request.target(), caller(request), envelope.rawParams())));
            return;
        }
        var method = methods.find(request.target());
        var refusal = refusal(request, method);
        if (refusal.isPresent() || method == null) {
            port.refuse(refusal.orElseGet(() -> terms.unknown(request.target())));
            return;
        }
        boolean isWithoutReply = envelope.isNoReply() || method.options().noReply();
        if (isWithoutReply) {
            call(request, method, ReplyPort.NOBODY, port::nothing).ifPresent(port::refuse);
        } else {
            call(request, method, port, () -> {}).ifPresent(port::refuse);
        }
    }

    private Optional<WireError> refusal(ProxyRequest request, @Nullable HandlerMethod method) {
        var refusal =
                envelopeRefusal(request, method != null && method.options().anonymous());
        if (refusal.isPresent() || method == null) {
            return refusal;
        }
        return request.envelope().isCancel()
                ? Optional.of(WireError.badRequest(
                        "Malformed envelope: to cancel by rpc, call " + CancelRequest.METHOD + "."))
                : Optional.empty();
    }

    private Optional<WireError> envelopeRefusal(ProxyRequest request, boolean isAnonymousAllowed) {
        var envelope = request.envelope();
        if (envelope.fault().isPresent()) {
            return Optional.of(WireError.badRequest(
                    "Malformed envelope: " + envelope.fault().get() + "."));
        }
        var ofUser = CallTerms.refusal(request.user(), isAnonymousAllowed);
        if (ofUser.isPresent()) {
            return ofUser;
        }
        if (envelope.method() != null && !envelope.method().equals(request.target())) {
            return Optional.of(
                    WireError.badRequest("Malformed envelope: method differs from the one Centrifugo was asked for."));
        }
        if (envelope.replyTo() != null
                && !envelope.replyTo().equals(methods.layout().replyChannel(request.user()))) {
            return Optional.of(WireError.permissionDenied("reply_to is not the caller's own reply channel."));
        }
        return Optional.empty();
    }

    private Optional<WireError> call(ProxyRequest request, HandlerMethod method, ReplyPort replies, Runnable accepted) {
        var envelope = request.envelope();
        var correlationId = envelope.correlationId() == null ? UUID.randomUUID().toString() : envelope.correlationId();
        var params = envelope.params() == null ? method.checker().none() : envelope.params();
        return dispatcher.dispatch(
                new CallRequest(
                        method,
                        caller(request),
                        correlationId,
                        envelope.attempt(),
                        CallTerms.print(method, envelope),
                        Transport.RPC,
                        CallTerms.timeLimit(method, envelope.timeLeft()),
                        params,
                        replies),
                accepted);
    }

    private static Caller caller(ProxyRequest request) {
        return new Caller(request.user(), request.client(), request.meta());
    }

    /** Replies in the answer to the proxy request: as an envelope where the call came in one, bare otherwise. */
    private record Port(
            HttpExchange exchange, ReplyJson json, @Nullable String correlationId) implements ReplyPort {

        @Override
        public void send(Reply reply) {
            HttpAnswer.Body body;
            if (correlationId != null) {
                body = ReplyJson.reply("{\"result\":{\"data\":", correlationId, reply, "}}");
            } else if (reply instanceof Reply.Failure failure) {
                body = json.body(ReplyJson.proxyError(failure));
            } else {
                body = ReplyJson.bareResult(reply);
            }
            exchange.respond(new HttpAnswer(200, body));
        }

        /** The answer where there is nothing to say. */
        void nothing() {
            send(SystemMethods.NOTHING);
        }

        /** Answers what is not a call, or has no place. */
        void refuse(WireError error) {
            send(json.ownError(error));
        }
    }
}
