package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    @WebsocketRpc("tasks.create")
    public void create( {}

    @WebsocketRpc("tasks.close")
    public void close() { int }
}
