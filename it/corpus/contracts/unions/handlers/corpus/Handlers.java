package corpus;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.github.centrifugorpc.WebsocketRpc;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class Handlers {

    /** Something that happened. */
    public sealed interface Event permits TaskEvent, UserJoined, Ping {}

    /** Something that happened to a task. */
    public sealed interface TaskEvent extends Event permits TaskCreated, TaskRenamed {}

    /**
     * A task was created.
     *
     * @param task the new one
     */
    public record TaskCreated(Task task, Instant at) implements TaskEvent {}

    public record TaskRenamed(String id, Optional<String> name) implements TaskEvent {}

    /** A class will do as well. */
    @JsonTypeName("joined")
    public static final class UserJoined implements Event {
        private String user;

        public String getUser() {
            return user;
        }

        public void setUser(String user) {
            this.user = user;
        }
    }

    /** Nothing but its tag. */
    public record Ping() implements Event {}

    public record Task(String id) {}

    /** Unions may hold themselves. */
    public abstract static sealed class Expression permits Sum, Constant {}

    public static final class Sum extends Expression {
        public List<Expression> terms;
    }

    public static final class Constant extends Expression {
        public int value;
    }

    public record History(List<Event> events, Map<String, TaskEvent> latest, Optional<Event> first) {}

    @WebsocketRpc("events.echo")
    public Event echo(Event event) {
        return event;
    }

    @WebsocketRpc("events.of_task")
    public TaskEvent ofTask() {
        return null;
    }

    @WebsocketRpc("events.history")
    public History history() {
        return null;
    }

    @WebsocketRpc("events.created")
    public TaskCreated created(TaskCreated created) {
        return created;
    }

    @WebsocketRpc("expressions.evaluate")
    public Constant evaluate(Sum sum) {
        return null;
    }
}
