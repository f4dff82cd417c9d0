package corpus;

import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public record Task(String id) {}

    @WebsocketRpc("tasks.move")
    public void move(Task task, ConnectionContext conn) {}

    @WebsocketRpc("tasks.double")
    public void contexts(ConnectionContext conn, ConnectionContext again) {}
}
