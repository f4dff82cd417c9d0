package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public record Task(String id) {}

    @WebsocketRpc("tasks.any")
    public <T> void any(Task task) {}

    @WebsocketRpc("tasks.typed")
    public <T> T typed(Task task) {
        return null;
    }
}
