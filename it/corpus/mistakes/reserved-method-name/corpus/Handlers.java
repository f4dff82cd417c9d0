package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    @WebsocketRpc("system.ping")
    public void ping() {}

    @WebsocketRpc("tasks..ping")
    public void twoDots() {}
}
