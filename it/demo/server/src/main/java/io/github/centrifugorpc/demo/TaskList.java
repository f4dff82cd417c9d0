package io.github.centrifugorpc.demo;

import io.github.centrifugorpc.RpcException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The tasks of one user, in memory and in the order in which they came. */
final class TaskList {

    private static final int MOST_TASKS = 100;

    private final Map<UUID, Task> tasks = new LinkedHashMap<>();

    synchronized void add(Task task) {
        if (tasks.size() == MOST_TASKS) {
            throw new RpcException(1001, "list_full", "A list holds at most " + MOST_TASKS + " tasks.");
        }
        tasks.put(task.id(), task);
    }

    synchronized List<Task> all() {
        return new ArrayList<>(tasks.values());
    }

    synchronized Task change(UUID id, UnaryOperator<Task> change) {
        var task = tasks.computeIfPresent(id, (same, found) -> change.apply(found));
        // region error
        if (task == null) {
            throw new RpcException(1000, "task_not_found", "There is no such task.", Map.of("id", id));
        }
        // endregion
        return task;
    }

    synchronized void remove(UUID id) {
        tasks.remove(id);
    }
}
