package io.github.centrifugorpc.internal.dispatch;

import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.Transport;
import io.github.centrifugorpc.internal.once.CallKey;
import io.github.centrifugorpc.internal.once.Reply;
import io.github.centrifugorpc.server.spi.Claim;
import io.github.centrifugorpc.server.spi.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One call from its place in the queue to its reply: who waits for it, and what its handler may know of it. It ends once;
 * whoever is first to {@link #beginEnd} says how.
 */
final class Call implements ConnectionContext {

    private final CallRequest request;
    private final CallKey key;
    private final long receivedNanos = System.nanoTime();

    private volatile boolean isCancelled;
    private volatile Instant deadline;
    private long deadlineNanos;
    private final List<Waiter> waiters = new ArrayList<>(1);
    private boolean isOnThread;
    private boolean hasStarted;
    private long startedNanos;
    private boolean isEnding;
    private boolean isReleased;
    private @Nullable Reply reply;
    private @Nullable CompletableFuture<Verdict> verdict;
    private @Nullable Claim claim;
    private @Nullable Thread runner;
    private @Nullable CompletionStage<?> stage;

    /** A call with the request that brought it as its first waiter. */
    Call(CallRequest request) {
        this.request = request;
        this.key = new CallKey(request.caller().account(), request.correlationId());
        this.deadline = Instant.now().plus(request.timeLimit());
        this.deadlineNanos = receivedNanos + request.timeLimit().toNanos();
    }

    CallRequest request() {
        return request;
    }

    CallKey key() {
        return key;
    }

    long elapsedNanos() {
        return System.nanoTime() - receivedNanos;
    }

    /** The first request, before anybody else knows of the call. */
    synchronized Waiter firstWaiter() {
        var waiter = Waiter.first(request);
        waiters.add(waiter);
        return waiter;
    }

    /** How long a request that joins may wait: no longer than the handler may run (wire W6). */
    synchronized Duration timeLimitOf(CallRequest joining) {
        if (!hasStarted) {
            return joining.timeLimit();
        }
        var left = request.method().timeLimit().minusNanos(System.nanoTime() - startedNanos);
        var limit = left.compareTo(joining.timeLimit()) < 0 ? left : joining.timeLimit();
        return limit.isNegative() ? Duration.ZERO : limit;
    }

    /** Lets another request wait for the reply and moves the deadline to its own; answers the reply if there is one. */
    synchronized Optional<Reply> join(Waiter waiter) {
        if (reply == null) {
            waiters.add(waiter);
            long nanos = System.nanoTime() + waiter.timeLimit().toNanos();
            if (nanos - deadlineNanos > 0) {
                deadlineNanos = nanos;
                deadline = Instant.now().plus(waiter.timeLimit());
            }
        }
        return Optional.ofNullable(reply);
    }

    /** What the end of a waiter's patience means. */
    enum Patience {
        /** Nothing: the call ends in this moment, or has ended. */
        NOT_NEEDED,
        /** The waiter waits no longer; others do. */
        ENDED_FOR_ONE,
        /** Nobody waits any longer; the call has begun to end. */
        ENDED_FOR_ALL
    }

    /** Ends one waiter's patience. */
    synchronized Patience lose(Waiter waiter) {
        if (isEnding || !waiters.contains(waiter)) {
            return Patience.NOT_NEEDED;
        }
        if (waiters.size() > 1) {
            waiters.remove(waiter);
            return Patience.ENDED_FOR_ONE;
        }
        isEnding = true;
        return Patience.ENDED_FOR_ALL;
    }

    /** Remembers what the store was asked, or drops the question at once where the call has ended already. */
    void waitsFor(CompletableFuture<Verdict> asked) {
        synchronized (this) {
            if (!isEnding) {
                verdict = asked;
                return;
            }
        }
        asked.cancel(false);
    }

    /** Drops the question to the store; without effect where it has been answered. */
    void stopWaiting() {
        CompletableFuture<Verdict> asked;
        synchronized (this) {
            asked = verdict;
            verdict = null;
        }
        if (asked != null) {
            asked.cancel(false);
        }
    }

    /** From here on the claim is told how the call ends; false where it has ended already. */
    synchronized boolean hold(Claim claimed) {
        if (isEnding) {
            return false;
        }
        claim = claimed;
        return true;
    }

    /** The claim, for the one who tells it how the call has ended. */
    synchronized Optional<Claim> takeClaim() {
        var taken = Optional.ofNullable(claim);
        claim = null;
        return taken;
    }

    /** Goes to a thread that will give the call's place back. */
    synchronized void goesToThread() {
        isOnThread = true;
    }

    /** Enters the handler; false where the call has ended before it could begin. */
    synchronized boolean start(boolean mayBeInterrupted) {
        if (isEnding) {
            return false;
        }
        hasStarted = true;
        startedNanos = System.nanoTime();
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

    /** Remembers what the handler still works on, away from its thread. */
    synchronized void continuesAs(CompletionStage<?> pending) {
        stage = pending;
        isOnThread = false;
    }

    /** True for exactly one caller, who then says how the call ends. */
    synchronized boolean beginEnd() {
        if (isEnding) {
            return false;
        }
        isEnding = true;
        return true;
    }

    /** Ends the call; answers who has waited for that. */
    synchronized List<Waiter> end(Reply how) {
        reply = how;
        var all = List.copyOf(waiters);
        waiters.clear();
        return all;
    }

    /** True for exactly one caller, who then gives the call's place back. */
    synchronized boolean release() {
        if (isReleased) {
            return false;
        }
        isReleased = true;
        return true;
    }

    synchronized boolean hasStarted() {
        return hasStarted;
    }

    synchronized boolean isEnding() {
        return isEnding;
    }

    synchronized boolean isLate() {
        return System.nanoTime() - deadlineNanos >= 0;
    }

    /** Whether a thread is at work on the call, or will be. */
    synchronized boolean isOnThread() {
        return isOnThread;
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
