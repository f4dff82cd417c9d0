package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class LegacyHandlers {

    @WebsocketRpc("tasks.create")
    public void submit() {}
}
