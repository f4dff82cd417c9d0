package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    @WebsocketRpc("tasks.global")
    public static void global() {}

    @WebsocketRpc("Tasks.other")
    public void other() {}
}
