package corpus;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    /** Travels as a text, which only running it would tell. */
    public static final class TaskId {
        private final String text;

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public TaskId(String text) {
            this.text = text;
        }

        @JsonValue
        public String text() {
            return text;
        }

        public boolean isTemporary() {
            return text.startsWith("tmp-");
        }
    }

    public record Version(@JsonValue int number) {}

    public record Result(TaskId id, Version version) {}

    @WebsocketRpc("tasks.first")
    public Result first() {
        return null;
    }
}
