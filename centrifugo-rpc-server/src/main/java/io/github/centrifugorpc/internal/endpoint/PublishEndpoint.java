package io.github.centrifugorpc.internal.endpoint;

import io.github.centrifugorpc.internal.centrifugo.Publication;
import io.github.centrifugorpc.internal.centrifugo.PublishLane;
import io.github.centrifugorpc.internal.centrifugo.PublishOutcome;
import io.github.centrifugorpc.internal.centrifugo.PublishOutcome.Published;
import io.github.centrifugorpc.internal.centrifugo.PublishOutcome.Refused;
import io.github.centrifugorpc.internal.http.HttpAnswer;
import io.github.centrifugorpc.internal.http.HttpExchange;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.wire.WireError;
import java.time.Duration;

/** {@code POST /publish}: lets other services publish without knowing Centrifugo's key. */
public final class PublishEndpoint implements Endpoint {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WrapperDoor door;
    private final MethodTable methods;
    private final PublishLane lane;
    private final ReplyJson json;

    public PublishEndpoint(WrapperDoor door, MethodTable methods, PublishLane lane, ReplyJson json) {
        this.door = door;
        this.methods = methods;
        this.lane = lane;
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
        PublishOrder order;
        try {
            order = PublishOrder.read(exchange.body(), methods.json());
        } catch (PublishOrder.MalformedOrderException e) {
            exchange.respond(json.http(400, WireError.badRequest(e.getMessage())));
            return;
        }
        if (order.channel().equals(methods.layout().requestChannel())) {
            exchange.respond(
                    json.http(403, WireError.permissionDenied("Only clients publish to the request channel.")));
            return;
        }
        if (order.channel().startsWith(methods.layout().replyChannel("")) && order.hasCorrelationId()) {
            exchange.respond(json.http(
                    403,
                    WireError.permissionDenied(
                            "Data with a correlation_id would pass for a reply. Fix: name that member otherwise.")));
            return;
        }
        lane.publish(new Publication(order.command(), PATIENCE, outcome -> exchange.respond(answer(outcome))));
    }

    private HttpAnswer answer(PublishOutcome outcome) {
        if (outcome instanceof Published published) {
            return new HttpAnswer(200, json.body(out -> {
                out.writeStartObject();
                out.writeObjectFieldStart("result");
                if (!published.epoch().isEmpty()) {
                    out.writeNumberField("offset", published.offset());
                    out.writeStringField("epoch", published.epoch());
                }
                out.writeEndObject();
                out.writeEndObject();
            }));
        }
        if (outcome instanceof Refused refused) {
            return json.http(
                    502,
                    new WireError(
                            502,
                            "refused_by_centrifugo",
                            "Centrifugo refused to publish, with its error " + refused.code() + " " + refused.message()
                                    + ".",
                            null));
        }
        return json.http(
                502,
                new WireError(
                        502,
                        "centrifugo_unreachable",
                        "Centrifugo could not be reached or did not answer. It may have published nevertheless.",
                        null));
    }
}
