package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public enum Nothing {}

    public record Task(Nothing nothing) {}

    @WebsocketRpc("tasks.put")
    public void put(Task task) {}

    @WebsocketRpc("tasks.put_all")
    public void putAll(Task first, Task second) {}
}
