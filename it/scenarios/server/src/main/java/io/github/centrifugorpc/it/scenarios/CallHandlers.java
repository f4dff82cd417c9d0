package io.github.centrifugorpc.it.scenarios;

import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What a handler learns of its call, and how it may answer. */
public final class CallHandlers {

    private final AtomicInteger touched = new AtomicInteger();

    /** Who calls, and how. */
    public record Caller(String userId, String method, String transport, boolean hasDeadline) {}

    /** How long to take. */
    public record Slow(int millis) {}

    /** A number to hand back. */
    public record Number(int value) {}

    @WebsocketRpc(value = "calls.who_am_i", anonymous = true)
    public Caller whoAmI(ConnectionContext conn) {
        return new Caller(
                conn.userId(),
                conn.method(),
                conn.transport().name().toLowerCase(java.util.Locale.ROOT),
                conn.deadline() != null);
    }

    @WebsocketRpc("calls.touch")
    public void touch() {
        touched.incrementAndGet();
    }

    @WebsocketRpc("calls.touched")
    public int touched() {
        return touched.get();
    }

    /** Fails where nobody listens any more. */
    @WebsocketRpc(value = "calls.fire", noReply = true)
    public void fire(Number params) {
        throw new IllegalStateException("There is no target " + params.value() + ".");
    }

    @WebsocketRpc("calls.same")
    public int same(Number params) {
        return params.value();
    }

    @WebsocketRpc("calls.later")
    public CompletionStage<Number> later(Number params) {
        return CompletableFuture.supplyAsync(
                () -> params, CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
    }

    @WebsocketRpc("calls.slow")
    public Number slow(Slow params) throws InterruptedException {
        Thread.sleep(params.millis());
        return new Number(params.millis());
    }

    @WebsocketRpc(value = "calls.short", timeout = 1)
    public Number shortLimit(Slow params) throws InterruptedException {
        return slow(params);
    }
}
