package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public record Task(String id, Owner owner) {}

    @WebsocketRpc("tasks.get")
    public Task get() {
        return null;
    }

    @WebsocketRpc("tasks.put")
    public void put(TaskParams params) {}
}
