package corpus;

import io.github.centrifugorpc.RpcError;
import io.github.centrifugorpc.WebsocketRpc;
import io.github.centrifugorpc.WireName;

public final class Handlers {

    @RpcError(code = 1404, name = "task_not_found")
    public static final class TaskNotFound extends RuntimeException {}

    @RpcError(code = 1404, name = "board_not_found")
    public static final class BoardNotFound extends RuntimeException {}

    @RpcError(code = 1405, name = "task_not_found")
    public static final class TaskGone extends RuntimeException {}

    @RpcError(code = 1406, name = "same_name")
    @WireName("TaskGoneError")
    public static final class OtherName extends RuntimeException {}

    @RpcError(code = 1407, name = "bad_name")
    @WireName("not a name")
    public static final class BadName extends RuntimeException {}

    @RpcError(code = 1408, name = "guard")
    @WireName("BoardNotFound")
    public static final class Guard extends RuntimeException {}

    @WireName("OverQuotaError")
    public record Quota(int left) {}

    @RpcError(code = 1429, name = "over_quota")
    public static final class OverQuotaException extends RuntimeException {}

    @WebsocketRpc("tasks.get")
    public Quota get() throws TaskNotFound, BoardNotFound, TaskGone, OtherName, BadName, Guard, OverQuotaException {
        return new Quota(0);
    }
}
