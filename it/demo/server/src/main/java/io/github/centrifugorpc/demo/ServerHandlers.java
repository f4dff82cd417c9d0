package io.github.centrifugorpc.demo;

import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.WebsocketRpc;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** The shapes a handler can have, beside the usual one. */
public final class ServerHandlers {

    private static final int REPORT_MILLIS = 200;

    private final LongAdder visits = new LongAdder();

    // region non-blocking
    /** What the server's clock says: it never blocks, so it needs no thread of its own. */
    @WebsocketRpc(value = "server.time", nonBlocking = true)
    public Instant time() {
        return Instant.now();
    }
    // endregion

    // region no-reply
    /** Counts a visit; nobody waits for an answer. */
    @WebsocketRpc(value = "server.visit", noReply = true)
    public void visit() {
        visits.increment();
    }
    // endregion

    /** The visits so far, also for those who have no account. */
    @WebsocketRpc(value = "server.visits", anonymous = true)
    public long visits() {
        return visits.sum();
    }

    // region stage
    /** A report that is made elsewhere and takes its time; no thread waits for it. */
    @WebsocketRpc(value = "server.report", timeout = 5)
    public CompletionStage<String> report(ConnectionContext conn) {
        return CompletableFuture.supplyAsync(
                () -> conn.isCancelled() ? "" : visits.sum() + " visits, asked by " + conn.userId(),
                CompletableFuture.delayedExecutor(REPORT_MILLIS, TimeUnit.MILLISECONDS));
    }
    // endregion
}
