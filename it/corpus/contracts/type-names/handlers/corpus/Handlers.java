package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    @WebsocketRpc("orders.place")
    public Order.Line place(Invoice.Line line) {
        return null;
    }

    @WebsocketRpc("orders.empty")
    public Nothing empty(Nothing nothing) {
        return nothing;
    }

    /** Without members. */
    public record Nothing() {}
}
