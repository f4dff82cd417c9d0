package corpus;

import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import java.util.Optional;

public final class Handlers {

    public enum Status { OPEN, DONE }

    public record Task(String id) {}

    @WebsocketRpc("tasks.by_id")
    public void byId(String id) {}

    @WebsocketRpc("tasks.by_ids")
    public void byIds(List<String> ids) {}

    @WebsocketRpc("tasks.by_status")
    public void byStatus(Status status) {}

    @WebsocketRpc("tasks.maybe")
    public void maybe(Optional<Task> task) {}
}
