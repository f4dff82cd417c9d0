package corpus;

import io.github.centrifugorpc.RpcError;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import java.util.Optional;

public final class Handlers {

    @RpcError(code = 404, name = "method_not_found")
    public static final class NotFound extends RuntimeException {}

    @RpcError(code = 2404, name = "TaskGone")
    public static final class TaskGone extends RuntimeException {}

    @RpcError(code = -1, name = "not_sent")
    public static final class NeverSent extends RuntimeException {}

    @RpcError(code = 1001, name = "no_exception")
    public record NoException() {}

    @RpcError(code = 1002, name = "abstract")
    public abstract static class AbstractException extends RuntimeException {}

    public static final class OfAnAbstractOne extends AbstractException {}

    @RpcError(code = Missing.CODE, name = Missing.NAME)
    public static final class NotConstant extends RuntimeException {}

    @RpcErorr(code = 1003, name = "misspelt")
    public static final class Misspelt extends RuntimeException {}

    @com.acme.RpcError(code = 1003, name = "not_ours")
    public static final class NotOurs extends RuntimeException {}

    @WebsocketRpc("tasks.get")
    public void get() throws NotFound, TaskGone, NeverSent, OfAnAbstractOne, NotConstant, Misspelt, NotOurs, Gone {}

    public enum Reason {
        OLD
    }

    @RpcError(code = 1004, name = "list")
    public static final class WithList extends Exception {
        public List<String> details() {
            return List.of();
        }
    }

    @RpcError(code = 1005, name = "optional")
    public static final class WithOptional extends Exception {
        public Optional<Details> getDetails() {
            return Optional.empty();
        }
    }

    @RpcError(code = 1006, name = "hidden")
    public static final class Hidden extends Exception {
        Details details() {
            return new Details("");
        }
    }

    @RpcError(code = 1007, name = "enumerated")
    public static final class Enumerated extends Exception {
        public Reason details() {
            return Reason.OLD;
        }
    }

    @RpcError(code = 1008, name = "unsupported")
    public static final class Unsupported extends Exception {
        public java.util.Date details() {
            return new java.util.Date();
        }
    }

    @RpcError(code = 1009, name = "nullable")
    public static final class WithNullable extends Exception {
        @org.jspecify.annotations.Nullable
        public Details details() {
            return null;
        }
    }

    public record Details(String text) {}

    @WebsocketRpc("tasks.list")
    public void list() throws WithList, WithOptional, Hidden, Enumerated, Unsupported, WithNullable {}
}
