package corpus;

import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.RpcError;
import io.github.centrifugorpc.RpcException;
import io.github.centrifugorpc.WebsocketRpc;
import io.github.centrifugorpc.WireName;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Errors that methods declare. */
public final class Handlers {

    public record TaskParams(String id) {}

    public record Task(String id, String title) {}

    /** Which task it was. */
    public record TaskNotFoundDetails(String taskId, List<String> similarIds) {}

    // region error
    /** There is no task with this id, or it belongs to somebody else. */
    @RpcError(code = 1404, name = "task_not_found")
    public static final class TaskNotFound extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient TaskNotFoundDetails details;

        public TaskNotFound(String taskId) {
            super("There is no task " + taskId + ".");
            this.details = new TaskNotFoundDetails(taskId, List.of());
        }

        public TaskNotFoundDetails details() {
            return details;
        }
    }
    // endregion

    /** The user has used up what the tariff allows. */
    @RpcError(code = 1429, name = "over_quota")
    public static class OverQuotaException extends Exception {

        private static final long serialVersionUID = 1L;

        public Quota getDetails() {
            return new Quota.PerDay(10);
        }
    }

    /** The same error to clients. */
    public static final class OverDailyQuotaException extends OverQuotaException {

        private static final long serialVersionUID = 1L;
    }

    /** What was used up. */
    public sealed interface Quota {

        record PerDay(int calls) implements Quota {}

        record Storage(long bytes, Unit unit) implements Quota {}
    }

    public enum Unit {
        BYTES,
        BLOCKS
    }

    /** Another one writes at this moment. */
    @RpcError(code = 1409, name = "locked")
    @WireName("TaskLockedError")
    public static final class Locked extends RpcException {

        private static final long serialVersionUID = 1L;

        public Locked() {
            super(1409, "locked", "Try again in a moment.");
        }
    }

    /**
     * Was thrown where the id was none.
     *
     * @deprecated bad ids are invalid params now
     */
    @Deprecated
    @RpcError(code = 1400, name = "bad_id")
    public static final class BadIdError extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** What was asked for, and what there is. */
    public record Difference<W, F>(W wanted, F found) {}

    /** A name and details that fit into no line. */
    @RpcError(code = 1999, name = "the_version_of_the_task_that_was_asked_for_is_not_the_one_that_is_there_any_longer")
    public static final class TheVersionOfTheTaskThatWasAskedForIsNotTheOneThatIsThereAnyLongerException
            extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Difference<TaskNotFoundDetails, Difference<TaskNotFoundDetails, TaskNotFoundDetails>> details() {
            var details = new TaskNotFoundDetails("", List.of());
            return new Difference<>(details, new Difference<>(details, details));
        }
    }

    /** Gives no details; "quoted" words and {@code code} stay what they are. */
    @RpcError(code = 400 + 51, name = "undocumented")
    public static final class Undocumented extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @RpcError(code = 1452, name = "silent")
    public static final class Silent extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** One task, in a version. */
    @WebsocketRpc("tasks.get_version")
    public Task getVersion(TaskParams params)
            throws TheVersionOfTheTaskThatWasAskedForIsNotTheOneThatIsThereAnyLongerException, Undocumented, Silent {
        throw new Undocumented();
    }

    // region throws
    /** One task. */
    @WebsocketRpc("tasks.get")
    public Task get(TaskParams params) throws TaskNotFound, BadIdError {
        throw new TaskNotFound(params.id());
    }
    // endregion

    /**
     * Creates a task.
     *
     * @throws IOException which callers see as an internal error
     */
    @WebsocketRpc("tasks.create")
    public CompletionStage<Task> create(Task task) throws OverDailyQuotaException, IOException, Locked {
        throw new OverDailyQuotaException();
    }

    /** Moves a task; two classes of one error are one error. */
    @WebsocketRpc("tasks.move")
    public void move(ConnectionContext conn, TaskParams params)
            throws TaskNotFound, OverQuotaException, OverDailyQuotaException, Locked {}

    @WebsocketRpc("tasks.count")
    public int count() {
        return 0;
    }

    /** Nobody hears of its errors. */
    @WebsocketRpc(value = "tasks.touch", noReply = true)
    public void touch(TaskParams params) throws TaskNotFound {}
}
