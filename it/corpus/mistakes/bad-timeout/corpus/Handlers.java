package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    @WebsocketRpc(value = "tasks.slow", timeout = 301)
    public void slow() {}

    @WebsocketRpc(value = "tasks.never", timeout = -1)
    public void never() {}
}
