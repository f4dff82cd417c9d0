package corpus;

import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public record Task(String id) {}

    @WebsocketRpc("tasks.move")
    public void move(ConnectionContext conn, Task from, Task to) {}

    @WebsocketRpc("tasks.twice")
    public void twice(Task from, Task to) {}
}
