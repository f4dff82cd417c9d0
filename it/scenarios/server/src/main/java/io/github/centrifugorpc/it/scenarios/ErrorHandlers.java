package io.github.centrifugorpc.it.scenarios;

import io.github.centrifugorpc.RpcError;
import io.github.centrifugorpc.RpcException;
import io.github.centrifugorpc.WebsocketRpc;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Fails in every way a handler can. */
public final class ErrorHandlers {

    /** Why to fail. */
    public record Failure(int code, String name, String message) {}

    /** A number that cannot travel as a number. */
    public record TooLong(long value) {}

    @WebsocketRpc("errors.declared")
    public void declared(Failure params) {
        throw new RpcException(params.code(), params.name(), params.message(), Map.of("reason", params.name()));
    }

    /** Which error to throw. */
    public enum Which {
        WITH_DETAILS,
        WITHOUT_DETAILS,
        NEWER_THAN_THE_SDK
    }

    /** Asks for an error. */
    public record Wanted(Which which) {}

    /** What is known of a task that is not there. */
    public record MissingTask(UUID id, long size, Instant since) {}

    /** There is no such task. */
    @RpcError(code = 1404, name = "task_missing")
    public static final class TaskMissingException extends Exception {

        private static final long serialVersionUID = 1L;

        public MissingTask details() {
            return new MissingTask(
                    UUID.fromString("123e4567-e89b-42d3-a456-426614174000"),
                    9_007_199_254_740_991L,
                    Instant.parse("2024-02-29T23:59:59.123456Z"));
        }

        @Override
        public String getMessage() {
            return "There is no task 7.";
        }
    }

    /** Another one writes at this moment. */
    @RpcError(code = 1409, name = "task_locked")
    public static final class TaskLocked extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** No method declares it, so the SDKs know it as little as one of a newer server. */
    @RpcError(code = 1410, name = "task_moved")
    public static final class TaskMoved extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Map<String, Object> details() {
            return Map.of("moved_to", "archive");
        }
    }

    @WebsocketRpc("errors.typed")
    public void typed(Wanted params) throws TaskMissingException, TaskLocked {
        switch (params.which()) {
            case WITH_DETAILS -> throw new TaskMissingException();
            case WITHOUT_DETAILS -> throw new TaskLocked();
            case NEWER_THAN_THE_SDK -> throw new TaskMoved();
        }
    }

    @WebsocketRpc("errors.undeclared")
    public void undeclared() {
        throw new IllegalStateException("the secret of the server");
    }

    @WebsocketRpc("errors.out_of_memory")
    public void outOfMemory() {
        throw new OutOfMemoryError("not really");
    }

    @WebsocketRpc("errors.beyond_exact")
    public TooLong beyondExact() {
        return new TooLong(Long.MAX_VALUE);
    }

    @WebsocketRpc("errors.huge_result")
    public String hugeResult() {
        return "x".repeat(2_000_000);
    }
}
