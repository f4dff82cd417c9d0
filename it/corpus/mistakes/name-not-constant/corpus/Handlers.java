package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    @WebsocketRpc(Names.CREATE)
    public void create() {}

    @WebsocketRpc("tasks.create")
    private void hidden() {}
}
