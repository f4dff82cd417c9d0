package io.github.centrifugorpc.server;

import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.DefaultValue;
import io.github.centrifugorpc.RpcException;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** What most tests call; {@code contract.json} of the test resources describes it. */
public final class TaskHandlers {

    public record TaskStatsParams(
            String userId, @DefaultValue("false") boolean includeCompleted) {}

    public record TaskStatsResult(int total, int completed, int pending) {}

    public record Note(String text, @Nullable String author, List<String> tags) {
        public Note {
            if (text.equals("refused by the model")) {
                throw new IllegalArgumentException("secret detail");
            }
            if (text.equals("declared by the model")) {
                throw new RpcException(1406, "odd_text", "That text is odd.");
            }
        }
    }

    public record Who(String userId, String clientId, String method, String transport, Map<String, String> meta) {}

    public record Command(String what) {}

    public record Count(long value) {}

    /** What handlers saw, in order. */
    public final LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();

    /** Lets blocked handlers go on. */
    final CountDownLatch gate = new CountDownLatch(1);

    @WebsocketRpc("tasks.get_stats")
    public TaskStatsResult getStats(ConnectionContext conn, TaskStatsParams params) {
        seen.add(params.toString());
        return params.includeCompleted() ? new TaskStatsResult(3, 1, 2) : new TaskStatsResult(2, 0, 2);
    }

    @WebsocketRpc(value = "tasks.inline", nonBlocking = true)
    public TaskStatsResult inline(TaskStatsParams params) {
        seen.add(Thread.currentThread().getName());
        return new TaskStatsResult(1, 0, 1);
    }

    @WebsocketRpc("tasks.note")
    public Note note(Note note) {
        return note;
    }

    @WebsocketRpc("tasks.later")
    public CompletionStage<List<String>> later(Command command) {
        return switch (command.what()) {
            case "fail" -> CompletableFuture.failedFuture(new IllegalStateException("secret detail"));
            case "declared" ->
                CompletableFuture.failedFuture(
                        new RpcException(1404, "task_not_found", "There is no task 7.", Map.of("id", 7)));
            case "never" -> new CompletableFuture<>();
            default -> CompletableFuture.supplyAsync(() -> List.of("a", "b"));
        };
    }

    @WebsocketRpc("tasks.clear")
    public void clear() {
        seen.add("cleared");
    }

    @WebsocketRpc(value = "tasks.notify", noReply = true)
    public void notifyOthers(Command command) {
        seen.add("notified " + command.what());
    }

    @WebsocketRpc(value = "tasks.public", anonymous = true)
    public Who publicWho(ConnectionContext conn) {
        return who(conn);
    }

    @WebsocketRpc("tasks.who")
    public Who who(ConnectionContext conn) {
        return new Who(
                conn.userId(),
                conn.clientId(),
                conn.method(),
                conn.transport().name(),
                Map.of("role", String.valueOf(conn.meta().get("role"))));
    }

    @WebsocketRpc("tasks.find")
    public Optional<Count> find(Command command) {
        return command.what().equals("one") ? Optional.of(new Count(1)) : Optional.empty();
    }

    @WebsocketRpc("tasks.count")
    public Count count(Command command) {
        return new Count(Long.parseLong(command.what()));
    }

    @WebsocketRpc(value = "tasks.slow", timeout = 1)
    public String slow(ConnectionContext conn, Command command) throws InterruptedException {
        seen.add("started");
        try {
            gate.await();
        } catch (InterruptedException e) {
            seen.add("interrupted cancelled=" + conn.isCancelled());
            throw e;
        }
        return "done";
    }

    @WebsocketRpc("tasks.wait")
    public String waitForGate() throws InterruptedException {
        seen.add("waiting");
        gate.await();
        return "done";
    }

    @WebsocketRpc("tasks.fail")
    public @Nullable String fail(Command command) throws Exception {
        switch (command.what()) {
            case "declared" -> throw new RpcException(1404, "task_not_found", "There is no task 7.", Map.of("id", 7));
            case "checked" -> throw new Exception("secret detail");
            case "error" -> throw new AssertionError("secret detail");
            case "stack" -> {
                return fail(command);
            }
            case "memory" -> throw new OutOfMemoryError("secret detail");
            case "unwritable" -> throw new RpcException(1405, "odd", "Odd details.", Map.of("x", Double.NaN));
            case "null" -> {
                return null;
            }
            case "large" -> {
                return "x".repeat(600_000);
            }
            default -> throw new IllegalStateException("secret detail");
        }
    }
}
