package corpus;

import io.github.centrifugorpc.Patch;
import io.github.centrifugorpc.WebsocketRpc;
import java.time.Instant;
import java.util.List;

public final class Handlers {

    public enum Status {
        OPEN,
        DONE
    }

    public record Owner(String id) {}

    /**
     * What to change about a task.
     *
     * @param note absent leaves it alone, null takes it away
     */
    public record TaskChange(
            String id,
            Patch<String> note,
            Patch<Integer> size,
            Patch<Status> status,
            Patch<Owner> owner,
            Patch<List<String>> tags,
            Patch<Instant> due) {}

    public static class Change<T> {
        private Patch<T> value = Patch.unchanged();

        public Patch<T> getValue() {
            return value;
        }

        public void setValue(Patch<T> value) {
            this.value = value;
        }
    }

    @WebsocketRpc("tasks.change")
    public TaskChange change(TaskChange change) {
        return change;
    }

    @WebsocketRpc("values.change")
    public void value(Change<Integer> change) {}
}
