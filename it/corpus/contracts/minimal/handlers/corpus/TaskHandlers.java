package corpus;

import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.DefaultValue;
import io.github.centrifugorpc.WebsocketRpc;

public final class TaskHandlers {

    /** Task statistics of one user. */
    @WebsocketRpc("tasks.get_stats")
    public TaskStatsResult getStats(ConnectionContext conn, TaskStatsParams params) {
        return new TaskStatsResult(3, 2, 1);
    }

    public record TaskStatsParams(String userId, @DefaultValue("false") boolean includeCompleted) {}

    public record TaskStatsResult(int total, int completed, int pending) {}
}
