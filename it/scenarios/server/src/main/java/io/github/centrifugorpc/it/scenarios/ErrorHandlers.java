package io.github.centrifugorpc.it.scenarios;

import io.github.centrifugorpc.RpcException;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.Map;

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
