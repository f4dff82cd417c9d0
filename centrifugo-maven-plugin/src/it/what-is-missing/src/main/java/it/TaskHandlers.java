package it;

import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.DefaultValue;
import io.github.centrifugorpc.WebsocketRpc;

public final class TaskHandlers {

    public record TaskStatsParams(String userId, @DefaultValue("false") boolean includeCompleted) {}

    public record TaskStatsResult(int total, int completed, int pending) {}

    /** Task statistics of one user. */
    @WebsocketRpc("tasks.get_stats")
    public TaskStatsResult getStats(ConnectionContext conn, TaskStatsParams params) {
        return new TaskStatsResult(3, 2, 1);
    }

    public record CreateTaskParams(String title) {}

    public record Task(String id, String title) {}

    @WebsocketRpc("tasks.create")
    public Task create(CreateTaskParams params) {
        return new Task("1", params.title());
    }

    @WebsocketRpc("tasks.clear")
    public void clear() {}
}
