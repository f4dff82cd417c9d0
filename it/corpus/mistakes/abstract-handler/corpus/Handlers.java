package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public interface Api {
        @WebsocketRpc("tasks.create")
        void create();
    }

    @WebsocketRpc("tasks.hidden")
    private void hidden() {}
}
