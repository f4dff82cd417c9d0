package corpus;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public record Task(@JsonProperty("userId") String camel, @JsonProperty("user_id") String snake, String class_, @JsonProperty("class") String reserved) {}

    public enum Status {
        IN_PROGRESS,
        InProgress
    }

    public record StatusInProgress(Status status) {}

    public record Tagged(@JsonProperty("a\"b") String quoted, @JsonProperty("") String empty) {}

    @WebsocketRpc("tasks.get_stats")
    public void getStats(Task task) {}

    @WebsocketRpc("tasks.getStats")
    public void stats(StatusInProgress status) {}

    @WebsocketRpc("tasks_get.stats")
    public void more(Tagged tagged) {}
}
