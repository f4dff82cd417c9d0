package io.github.centrifugorpc.internal.endpoint;

import io.github.centrifugorpc.Transport;
import io.github.centrifugorpc.internal.dispatch.CallRequest;
import io.github.centrifugorpc.internal.dispatch.Caller;
import io.github.centrifugorpc.internal.dispatch.Dispatcher;
import io.github.centrifugorpc.internal.dispatch.ReplyPort;
import io.github.centrifugorpc.internal.http.HttpAnswer;
import io.github.centrifugorpc.internal.http.HttpExchange;
import io.github.centrifugorpc.internal.proxy.Envelope;
import io.github.centrifugorpc.internal.proxy.MalformedRequestException;
import io.github.centrifugorpc.internal.proxy.ProxyRequest;
import io.github.centrifugorpc.internal.proxy.ProxyRequestReader;
import io.github.centrifugorpc.internal.registry.HandlerMethod;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.wire.WireError;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final ReplyJson json;

    public RpcEndpoint(ProxyDoor door, MethodTable methods, CallTerms terms, Dispatcher dispatcher, ReplyJson json) {
        this.door = door;
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
        var method = methods.find(request.target());
        var refusal = refusal(request, method);
        if (refusal.isPresent() || method == null) {
            port.error(refusal.orElseGet(() -> terms.unknown(request.target())));
            return;
        }
        boolean isWithoutReply = envelope.isNoReply() || method.options().noReply();
        if (isWithoutReply) {
            call(request, method, ReplyPort.NOBODY, () -> port.result(out -> out.writeNull()))
                    .ifPresent(port::error);
        } else {
            call(request, method, port, () -> {}).ifPresent(port::error);
        }
    }

    private Optional<WireError> refusal(ProxyRequest request, @Nullable HandlerMethod method) {
        var envelope = request.envelope();
        if (envelope.fault().isPresent()) {
            return Optional.of(WireError.badRequest(
                    "Malformed envelope: " + envelope.fault().get() + "."));
        }
        var ofUser = CallTerms.refusal(
                request.user(), method != null && method.options().anonymous());
        if (ofUser.isPresent() || method == null) {
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
        Envelope envelope = request.envelope();
        var correlationId = envelope.correlationId() == null ? UUID.randomUUID().toString() : envelope.correlationId();
        var params = envelope.params() == null ? method.checker().none() : envelope.params();
        return dispatcher.dispatch(
                new CallRequest(
                        method,
                        new Caller(request.user(), request.client(), request.meta()),
                        correlationId,
                        Transport.RPC,
                        CallTerms.timeLimit(method, envelope.timeLeft()),
                        params,
                        replies),
                accepted);
    }

    /** Replies in the answer to the proxy request: as an envelope where the call came in one, bare otherwise. */
    private record Port(
            HttpExchange exchange, ReplyJson json, @Nullable String correlationId) implements ReplyPort {

        @Override
        public void result(HandlerMethod method, @Nullable Object result) throws IOException {
            try {
                result(out -> method.writeResult(result, out));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }

        void result(ReplyJson.Part result) {
            var data = correlationId == null ? result : ReplyJson.result(correlationId, result);
            exchange.respond(new HttpAnswer(200, json.body(ReplyJson.proxyResult(data))));
        }

        @Override
        public void error(WireError error) {
            var part = correlationId == null
                    ? ReplyJson.proxyError(error)
                    : ReplyJson.proxyResult(json.error(correlationId, error));
            exchange.respond(new HttpAnswer(200, json.body(part)));
        }
    }
}
