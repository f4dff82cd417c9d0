package io.github.centrifugorpc.server;

import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.RpcException;
import io.github.centrifugorpc.WebsocketRpc;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** What the tests of deadlines, cancelling and resends call; each run is counted by user and correlation id. */
public final class CallHandlers {

    public record CallParams(String what) {}

    /** How often a handler was run, by {@code user/correlation id}. */
    final ConcurrentHashMap<String, Integer> runs = new ConcurrentHashMap<>();

    /** What handlers saw, in order. */
    final LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();

    /** Lets blocked handlers go on. */
    final CountDownLatch gate = new CountDownLatch(1);

    /** What {@code calls.stage} returns. */
    final CompletableFuture<String> stage = new CompletableFuture<>();

    /** A server that answers by these handlers. */
    static TestServer serve(CallHandlers handlers, Path folder, UnaryOperator<RpcServer.Builder> options) {
        var command = "{\"type\":\"CallParams\"}";
        var text = "{\"scalar\":\"string\"}";
        var contract = EchoServer.contract(
                folder,
                List.of(
                        "calls.run:" + command + "->" + text,
                        "calls.other:" + command + "->" + text,
                        "calls.again:" + command + "->" + text,
                        "calls.wait: ->" + text,
                        "calls.wait_again: ->" + text,
                        "calls.public: ->" + text,
                        "calls.stage: ->" + text,
                        "calls.spin: ->" + text,
                        "calls.fire: ->",
                        "calls.fail: ->"),
                "{\"kind\":\"object\",\"name\":\"CallParams\",\"javaName\":\"" + CallParams.class.getName()
                        + "\",\"members\":[{\"name\":\"what\",\"javaName\":\"what\",\"type\":" + text
                        + ",\"required\":true}]}");
        return TestServer.of(handlers, contract, options);
    }

    @WebsocketRpc("calls.run")
    public String run(ConnectionContext conn, CallParams params) {
        return "run " + count(conn) + " of " + params.what();
    }

    @WebsocketRpc("calls.other")
    public String other(ConnectionContext conn, CallParams params) {
        return run(conn, params);
    }

    @WebsocketRpc(value = "calls.again", idempotent = true)
    public String again(ConnectionContext conn, CallParams params) {
        return run(conn, params);
    }

    @WebsocketRpc("calls.wait")
    public String waitForGate(ConnectionContext conn) throws InterruptedException {
        count(conn);
        seen.add("waiting");
        try {
            gate.await();
        } catch (InterruptedException e) {
            seen.add("interrupted, cancelled=" + conn.isCancelled());
            throw e;
        }
        return "left " + (Duration.between(Instant.now(), conn.deadline()).toSeconds() > 10 ? "much" : "little");
    }

    @WebsocketRpc(value = "calls.wait_again", idempotent = true)
    public String waitAgain(ConnectionContext conn) throws InterruptedException {
        return waitForGate(conn);
    }

    @WebsocketRpc(value = "calls.public", anonymous = true)
    public String waitPublicly(ConnectionContext conn) throws InterruptedException {
        return waitForGate(conn);
    }

    @WebsocketRpc("calls.stage")
    public CompletionStage<String> stage(ConnectionContext conn) {
        count(conn);
        seen.add("waiting");
        return stage;
    }

    @WebsocketRpc(value = "calls.spin", nonBlocking = true)
    public String spin(ConnectionContext conn) {
        seen.add("waiting");
        long endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!conn.isCancelled() && System.nanoTime() - endNanos < 0) {
            Thread.onSpinWait();
        }
        seen.add("cancelled=" + conn.isCancelled() + ", interrupted=" + Thread.interrupted());
        return "done";
    }

    @WebsocketRpc(value = "calls.fire", noReply = true)
    public void fire(ConnectionContext conn) {
        count(conn);
        seen.add("fired");
    }

    @WebsocketRpc("calls.fail")
    public void fail(ConnectionContext conn) {
        throw new RpcException(1404, "task_not_found", "There is no task " + count(conn) + ".");
    }

    private int count(ConnectionContext conn) {
        return runs.merge(conn.userId() + "/" + conn.correlationId(), 1, Integer::sum);
    }
}
