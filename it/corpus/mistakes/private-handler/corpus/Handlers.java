package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    @WebsocketRpc("tasks.hidden")
    private void hidden() {}

    @WebsocketRpc("tasks.close")
    void close() {}
}
