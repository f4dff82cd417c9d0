package io.github.centrifugorpc.internal.dispatch;

import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.Transport;
import io.github.centrifugorpc.internal.timer.Timer.Pending;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One call from its place in the queue to its answer, and what its handler may know of it. */
final class Call implements ConnectionContext {

    private final CallRequest request;
    private final Instant deadline;
    private final long receivedNanos = System.nanoTime();

    private volatile boolean isCancelled;
    private boolean hasStarted;
    private boolean isAnswered;
    private @Nullable Thread runner;
    private @Nullable CompletionStage<?> stage;
    private Pending deadlineTask = () -> {};

    Call(CallRequest request) {
        this.request = request;
        this.deadline = Instant.now().plus(request.timeLimit());
    }

    CallRequest request() {
        return request;
    }

    long elapsedNanos() {
        return System.nanoTime() - receivedNanos;
    }

    /** Remembers how to drop the timer, or drops it at once where the call has already been answered. */
    void endsBy(Pending task) {
        synchronized (this) {
            if (!isAnswered) {
                deadlineTask = task;
                return;
            }
        }
        task.drop();
    }

    /** Enters the handler; false where the call was answered before it could begin. */
    synchronized boolean start(boolean mayBeInterrupted) {
        if (isAnswered) {
            return false;
        }
        hasStarted = true;
        runner = mayBeInterrupted ? Thread.currentThread() : null;
        return true;
    }

    /** Leaves the handler's thread, which from here on belongs to others. */
    void leaveThread() {
        synchronized (this) {
            if (runner == null) {
                return;
            }
            runner = null;
        }
        // An interrupt that came at the last moment was meant for the handler, not for the next call.
        Thread.interrupted();
    }

    /** Remembers what the handler still works on. */
    synchronized void continuesAs(CompletionStage<?> pending) {
        stage = pending;
    }

    /** True for exactly one caller, who then sends the reply. */
    boolean answer() {
        Pending task;
        synchronized (this) {
            if (isAnswered) {
                return false;
            }
            isAnswered = true;
            task = deadlineTask;
        }
        task.drop();
        return true;
    }

    synchronized boolean hasStarted() {
        return hasStarted;
    }

    synchronized boolean isAnswered() {
        return isAnswered;
    }

    /** Whether the handler has returned a stage and left its thread. */
    synchronized boolean isOnNoThread() {
        return stage != null;
    }

    /** Tells the handler that nobody waits any longer. */
    void cancel() {
        isCancelled = true;
        CompletionStage<?> pending;
        synchronized (this) {
            if (runner != null) {
                runner.interrupt();
            }
            pending = stage;
        }
        if (pending != null) {
            cancel(pending);
        }
    }

    private static void cancel(CompletionStage<?> pending) {
        try {
            pending.toCompletableFuture().cancel(true);
        } catch (UnsupportedOperationException e) {
            // A stage that cannot be cancelled runs to its end, and nobody listens.
        }
    }

    @Override
    public String userId() {
        return request.caller().userId();
    }

    @Override
    public String clientId() {
        return request.caller().clientId();
    }

    @Override
    public String correlationId() {
        return request.correlationId();
    }

    @Override
    public String method() {
        return request.method().name();
    }

    @Override
    public Transport transport() {
        return request.transport();
    }

    @Override
    public Map<String, Object> meta() {
        return request.caller().meta();
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public boolean isCancelled() {
        return isCancelled;
    }
}
