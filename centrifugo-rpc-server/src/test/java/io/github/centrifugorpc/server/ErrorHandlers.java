package io.github.centrifugorpc.server;

import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.RpcError;
import io.github.centrifugorpc.RpcException;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Throws whatever it is asked for. */
@SuppressWarnings("serial") // Nothing here is ever serialized.
public final class ErrorHandlers {

    public record Params(String what) {}

    public record Details(String taskId, long size, Fruit fruit) {}

    public record Fruit(String name) {}

    @RpcError(code = 1404, name = "task_not_found")
    public static class TaskNotFound extends Exception {

        private final @Nullable Details details;

        TaskNotFound(@Nullable String message, @Nullable Details details) {
            super(message);
            this.details = details;
        }

        public @Nullable Details details() {
            return details;
        }
    }

    /** The same error to callers. */
    static final class TaskNotFoundForever extends TaskNotFound {
        TaskNotFoundForever() {
            super("Gone for good.", new Details("8", 1, new Fruit("plum")));
        }
    }

    static final class Silent extends TaskNotFound {
        Silent() {
            super(null, null);
        }

        @Override
        public String getMessage() {
            throw new IllegalStateException("secret detail of the message");
        }
    }

    static final class Stubborn extends TaskNotFound {
        Stubborn() {
            super("Not found.", null);
        }

        @Override
        public Details details() {
            throw new IllegalStateException("secret detail of the details");
        }
    }

    @RpcError(code = 1409, name = "locked")
    public static class Locked extends RpcException {
        Locked(int code, Object details) {
            super(code, "locked", "Locked.", details);
        }
    }

    /** Declared by no method. */
    @RpcError(code = 1500, name = "surprise")
    static final class Surprise extends RuntimeException {
        public Fruit getDetails() {
            return new Fruit("fig");
        }
    }

    @RpcError(code = 404, name = "lost")
    static final class ProtocolsOwn extends RuntimeException {}

    @RpcError(code = 1501, name = "Not A Name")
    static final class Nameless extends RuntimeException {}

    static final class Mute extends RuntimeException {
        @Override
        public String getMessage() {
            throw new IllegalStateException("secret detail of the log");
        }
    }

    @WebsocketRpc("errors.throw")
    public void throwIt(ConnectionContext conn, Params params) throws TaskNotFound, Locked {
        var thrown = exception(params.what());
        if (thrown instanceof TaskNotFound declared) {
            throw declared;
        }
        throw (RuntimeException) thrown;
    }

    @WebsocketRpc("errors.later")
    public CompletionStage<String> later(Params params) throws TaskNotFound, Locked {
        return CompletableFuture.supplyAsync(() -> {
            throw new CompletionException(exception(params.what()));
        });
    }

    private static Exception exception(String what) {
        return switch (what) {
            case "declared" -> new TaskNotFound("There is no task 7.", new Details("7", 2, new Fruit("pear")));
            case "below" -> new TaskNotFoundForever();
            case "without message" -> new TaskNotFound(null, new Details("7", 2, new Fruit("pear")));
            case "without details" -> new TaskNotFound("Not found.", null);
            case "unwritable details" ->
                new TaskNotFound("Not found.", new Details("7", Long.MAX_VALUE, new Fruit("pear")));
            case "failing message" -> new Silent();
            case "failing details" -> new Stubborn();
            case "of RpcException" -> new Locked(1409, new Fruit("kiwi"));
            case "at odds with itself" -> new Locked(1410, new Fruit("kiwi"));
            case "surprise" -> new Surprise();
            case "of the protocol" -> new ProtocolsOwn();
            case "no name" -> new Nameless();
            case "mute" -> new Mute();
            default -> new IllegalStateException("secret detail of " + what);
        };
    }
}
