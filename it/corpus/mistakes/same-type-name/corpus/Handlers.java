package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    @WebsocketRpc("tasks.create")
    public void create(corpus.one.Task task) {}

    @WebsocketRpc("tasks.close")
    public corpus.two.Task close() {
        return null;
    }

    @WebsocketRpc("tasks.hide")
    private void hide() {}
}
