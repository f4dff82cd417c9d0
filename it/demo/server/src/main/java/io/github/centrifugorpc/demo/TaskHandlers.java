package io.github.centrifugorpc.demo;

import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.RpcException;
import io.github.centrifugorpc.WebsocketRpc;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Everybody's tasks. */
public final class TaskHandlers {

    private static final int MOST_LISTS = 1_000;

    private final ConcurrentMap<String, TaskList> lists = new ConcurrentHashMap<>();

    /** Nobody has tasks but user 123, so that the quick starts have something to count. */
    public TaskHandlers() {
        var list = new TaskList();
        list.add(task("Write a handler", TaskStatus.COMPLETED));
        list.add(task("Generate the clients", TaskStatus.STARTED));
        list.add(task("Call it from three languages", TaskStatus.OPEN));
        lists.put("123", list);
    }

    // region handler
    /** Task statistics of one user. */
    @WebsocketRpc("tasks.get_stats")
    public TaskStatsResult getStats(ConnectionContext conn, TaskStatsParams params) {
        var tasks = ownList(conn, params.userId()).all();
        var completed = (int) tasks.stream().filter(task -> task.status() == TaskStatus.COMPLETED).count();
        var pending = tasks.size() - completed;
        return params.includeCompleted()
                ? new TaskStatsResult(tasks.size(), completed, pending)
                : new TaskStatsResult(pending, 0, pending);
    }
    // endregion

    /** Puts a task on a user's list. Fails with 1001 {@code list_full} where nothing more fits. */
    @WebsocketRpc("tasks.create")
    public Task create(ConnectionContext conn, CreateTaskParams params) {
        var task = new Task(
                UUID.randomUUID(),
                params.title(),
                TaskStatus.OPEN,
                Instant.now(),
                params.due(),
                params.effort(),
                params.budget(),
                params.tags());
        ownList(conn, params.userId()).add(task);
        return task;
    }

    /** A user's tasks, the oldest first. */
    @WebsocketRpc("tasks.list")
    public List<Task> list(ConnectionContext conn, ListTasksParams params) {
        return ownList(conn, params.userId()).all().stream()
                .filter(task -> params.status().map(task.status()::equals).orElse(true))
                .toList();
    }

    // region complete
    /** Marks a task as completed. Fails with 1000 {@code task_not_found} where there is none. */
    @WebsocketRpc(value = "tasks.complete", idempotent = true)
    public Task complete(ConnectionContext conn, TaskParams params) {
        return ownList(conn, params.userId()).change(params.id(), Task::completed);
    }
    // endregion

    /** Takes a task off the list; it need not be there. */
    @WebsocketRpc(value = "tasks.remove", idempotent = true)
    public void remove(ConnectionContext conn, TaskParams params) {
        ownList(conn, params.userId()).remove(params.id());
    }

    /**
     * Takes a task off the list.
     *
     * @deprecated Use tasks.remove.
     */
    @Deprecated
    @WebsocketRpc(value = "tasks.delete", idempotent = true)
    public void delete(ConnectionContext conn, TaskParams params) {
        remove(conn, params);
    }

    private static Task task(String title, TaskStatus status) {
        return new Task(
                UUID.randomUUID(), title, status, Instant.now(), Optional.empty(), Duration.ofHours(1), BigDecimal.ZERO, Set.of());
    }

    /** The demo's rule of who is who: user {@code 123} connects as {@code user-123}. */
    private TaskList ownList(ConnectionContext conn, String userId) {
        // region own
        if (!conn.userId().equals("user-" + userId)) {
            throw new RpcException(403, "permission_denied", "Only one's own tasks are open to you.");
        }
        // endregion
        if (lists.size() >= MOST_LISTS && !lists.containsKey(userId)) {
            throw new RpcException(1002, "demo_full", "This demo keeps the tasks of " + MOST_LISTS + " users at most.");
        }
        return lists.computeIfAbsent(userId, anyUser -> new TaskList());
    }
}
