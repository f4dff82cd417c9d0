package it.app;

import io.github.centrifugorpc.WebsocketRpc;
import it.model.TaskStatsParams;

public final class TaskHandlers {

    @WebsocketRpc("tasks.count")
    public int count(TaskStatsParams params) {
        return 0;
    }
}
