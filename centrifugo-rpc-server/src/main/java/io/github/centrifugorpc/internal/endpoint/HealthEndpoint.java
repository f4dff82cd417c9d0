package io.github.centrifugorpc.internal.endpoint;

import io.github.centrifugorpc.internal.centrifugo.ReplyPublisher;
import io.github.centrifugorpc.internal.dispatch.Dispatcher;
import io.github.centrifugorpc.internal.http.HttpAnswer;
import io.github.centrifugorpc.internal.http.HttpExchange;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.wire.WireError;

/** {@code GET /health}: that the server runs, and its counts. */
public final class HealthEndpoint implements Endpoint {

    private final WrapperDoor door;
    private final MethodTable methods;
    private final Dispatcher dispatcher;
    private final ReplyPublisher publisher;
    private final ReplyJson json;

    public HealthEndpoint(
            WrapperDoor door, MethodTable methods, Dispatcher dispatcher, ReplyPublisher publisher, ReplyJson json) {
        this.door = door;
        this.methods = methods;
        this.dispatcher = dispatcher;
        this.publisher = publisher;
        this.json = json;
    }

    @Override
    public String httpMethod() {
        return "GET";
    }

    @Override
    public void handle(HttpExchange exchange) {
        if (!door.lets(exchange, json)) {
            return;
        }
        if (!dispatcher.isAccepting()) {
            exchange.respond(json.http(503, WireError.unavailable()));
            return;
        }
        exchange.respond(new HttpAnswer(200, json.body(out -> {
            out.writeStartObject();
            out.writeStringField("status", "ok");
            out.writeNumberField("methods", methods.all().size());
            out.writeNumberField("calls_in_flight", dispatcher.callsInFlight());
            out.writeNumberField("late_results", dispatcher.lateResults());
            out.writeNumberField("lost_replies", publisher.lostReplies());
            out.writeEndObject();
        })));
    }
}
