package io.github.centrifugorpc.internal.endpoint;

import io.github.centrifugorpc.Transport;
import io.github.centrifugorpc.internal.centrifugo.ReplyPublisher;
import io.github.centrifugorpc.internal.dispatch.CallRequest;
import io.github.centrifugorpc.internal.dispatch.Caller;
import io.github.centrifugorpc.internal.dispatch.Dispatcher;
import io.github.centrifugorpc.internal.dispatch.ReplyPort;
import io.github.centrifugorpc.internal.http.HttpAnswer;
import io.github.centrifugorpc.internal.http.HttpExchange;
import io.github.centrifugorpc.internal.once.Reply;
import io.github.centrifugorpc.internal.proxy.Envelope;
import io.github.centrifugorpc.internal.proxy.MalformedRequestException;
import io.github.centrifugorpc.internal.proxy.ProxyRequest;
import io.github.centrifugorpc.internal.proxy.ProxyRequestReader;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.wire.WireError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** {@code POST /centrifugo/publish}: calls published to the request channel, answered on the caller's reply channel. */
public final class PublishProxyEndpoint implements Endpoint {

    /** Centrifugo always publishes what is accepted; this keeps the caller's data off the bus (wire W3). */
    private static final byte[] ACCEPTED =
            "{\"result\":{\"data\":{},\"skip_history\":true}}".getBytes(StandardCharsets.US_ASCII);

    /** How long the reply of a method that answers at once may be on its way. */
    private static final Duration SYSTEM_TIME_LIMIT = Duration.ofSeconds(30);

    private final ProxyDoor door;
    private final MethodTable methods;
    private final ProxyRequestReader reader;
    private final CallTerms terms;
    private final Dispatcher dispatcher;
    private final SystemMethods system;
    private final ReplyPublisher publisher;
    private final ReplyJson json;

    public PublishProxyEndpoint(
            ProxyDoor door,
            MethodTable methods,
            CallTerms terms,
            Dispatcher dispatcher,
            SystemMethods system,
            ReplyPublisher publisher,
            ReplyJson json) {
        this.door = door;
        this.methods = methods;
        this.reader = new ProxyRequestReader(methods);
        this.terms = terms;
        this.dispatcher = dispatcher;
        this.system = system;
        this.publisher = publisher;
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
            request = reader.publication(exchange.body());
        } catch (MalformedRequestException e) {
            ProxyDoor.refuse(exchange, json, WireError.badRequest("Malformed request: " + e.getMessage() + "."));
            return;
        }
        accept(exchange, request).ifPresent(refusal -> ProxyDoor.refuse(exchange, json, refusal));
    }

    private Optional<WireError> accept(HttpExchange exchange, ProxyRequest request) {
        var envelope = request.envelope();
        var correlationId = envelope.correlationId();
        var refusal = refusal(request);
        if (refusal.isPresent()) {
            return refusal;
        }
        var caller = new Caller(request.user(), request.client(), request.meta());
        if (envelope.isCancel() && correlationId != null) {
            dispatcher.cancel(caller, correlationId);
            exchange.respond(new HttpAnswer(200, out -> out.write(ACCEPTED)));
            return Optional.empty();
        }
        if (correlationId == null || envelope.method() == null) {
            return Optional.of(WireError.badRequest("Malformed envelope: method is missing."));
        }
        if (SystemMethods.has(envelope.method())) {
            var reply = system.answer(envelope.method(), caller, envelope.rawParams());
            exchange.respond(new HttpAnswer(200, out -> out.write(ACCEPTED)));
            if (!envelope.isNoReply()) {
                new Port(methods.layout().replyChannel(request.user()), correlationId, SYSTEM_TIME_LIMIT).send(reply);
            }
            return Optional.empty();
        }
        var method = methods.find(envelope.method());
        if (method == null) {
            return Optional.of(terms.unknown(envelope.method()));
        }
        var timeLimit = CallTerms.timeLimit(method, envelope.timeLeft());
        var port = new Port(methods.layout().replyChannel(request.user()), correlationId, timeLimit);
        boolean isWithoutReply = envelope.isNoReply() || method.options().noReply();
        var params = envelope.params() == null ? method.checker().none() : envelope.params();
        return dispatcher.dispatch(
                new CallRequest(
                        method,
                        caller,
                        correlationId,
                        envelope.attempt(),
                        CallTerms.print(method, envelope),
                        Transport.PUBSUB,
                        timeLimit,
                        params,
                        isWithoutReply ? ReplyPort.NOBODY : port),
                () -> {
                    exchange.respond(new HttpAnswer(200, out -> out.write(ACCEPTED)));
                    if (isWithoutReply && !envelope.isNoReply()) {
                        // The method wants nobody to wait, and this caller waits for a reply.
                        port.send(SystemMethods.NOTHING);
                    }
                });
    }

    private Optional<WireError> refusal(ProxyRequest request) {
        if (!request.target().equals(methods.layout().requestChannel())) {
            return Optional.of(WireError.permissionDenied(
                    "Clients may publish to " + methods.layout().requestChannel() + " only."));
        }
        var ofUser = CallTerms.refusal(request.user(), false);
        if (ofUser.isPresent()) {
            return ofUser;
        }
        Envelope envelope = request.envelope();
        if (envelope.fault().isPresent()) {
            return Optional.of(WireError.badRequest(
                    "Malformed envelope: " + envelope.fault().get() + "."));
        }
        if (envelope.replyTo() != null
                && !envelope.replyTo().equals(methods.layout().replyChannel(request.user()))) {
            return Optional.of(WireError.permissionDenied("reply_to is not the caller's own reply channel."));
        }
        return Optional.empty();
    }

    /** Replies by publishing to the caller's channel, which follows from what Centrifugo asserts. */
    private final class Port implements ReplyPort {

        /** For an id and the members of a reply. */
        private static final int OWN_BYTES = 128;

        private final String channel;
        private final String correlationId;
        private final long deadlineNanos;

        Port(String channel, String correlationId, Duration timeLimit) {
            this.channel = channel;
            this.correlationId = correlationId;
            this.deadlineNanos = System.nanoTime() + timeLimit.toNanos();
        }

        @Override
        public void send(Reply reply) {
            var before = "{\"publish\":{\"channel\":\"" + channel + "\",\"data\":";
            var command = new ByteArrayOutputStream(before.length() + reply.json().length + OWN_BYTES);
            try {
                ReplyJson.reply(before, correlationId, reply, "}}").writeTo(command);
            } catch (IOException e) {
                throw new UncheckedIOException("Memory can always be written to.", e);
            }
            publisher.publish(
                    channel, correlationId, command.toByteArray(), Duration.ofNanos(deadlineNanos - System.nanoTime()));
        }
    }
}
