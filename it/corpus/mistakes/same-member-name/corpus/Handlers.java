package corpus;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public record Task(String userId, String user_id) {}

    public enum Status {
        OPEN,
        @JsonProperty("OPEN")
        ALSO_OPEN
    }

    public record Named(Status status, @JsonProperty("status") String other, Status third) {}

    @WebsocketRpc("tasks.create")
    public void create(Task task) {}

    @WebsocketRpc("tasks.name")
    public void name(Named named) {}
}
