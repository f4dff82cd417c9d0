package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public record Task(String id) {}

    @WebsocketRpc("tasks.create")
    public void create(Task task) {}

    @WebsocketRpc("tasks.close")
    private void close() {}
}
