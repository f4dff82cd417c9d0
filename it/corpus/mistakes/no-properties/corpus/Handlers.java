package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public static class Hidden {
        private String id;
    }

    public static class Empty {}

    @WebsocketRpc("types.hidden")
    public Hidden hidden() {
        return null;
    }

    @WebsocketRpc("types.empty")
    public void empty(Empty empty) {}
}
