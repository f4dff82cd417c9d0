package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    @WebsocketRpc("Tasks/get-stats")
    public void getStats() {}

    @WebsocketRpc("")
    public void nameless() {}
}
