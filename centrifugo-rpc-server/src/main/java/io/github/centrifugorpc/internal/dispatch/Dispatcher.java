package io.github.centrifugorpc.internal.dispatch;

import io.github.centrifugorpc.RpcException;
import io.github.centrifugorpc.internal.timer.Timer;
import io.github.centrifugorpc.internal.wire.WireError;
import io.github.centrifugorpc.internal.wire.WireError.Violation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs calls, each to exactly one reply. */
public final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Admission admission;
    private final Timer timer;
    private final CallLog log;
    private final ExecutorService threads = HandlerThreads.create();
    private final Set<Call> running = ConcurrentHashMap.newKeySet();
    private final LongAdder lateResults = new LongAdder();

    /** A dispatcher with its own threads. */
    public Dispatcher(CallLimits limits, Timer timer, CallLog log) {
        this.admission = new Admission(limits.mostCalls(), limits.mostCallsOfOne());
        this.timer = timer;
        this.log = log;
    }

    /**
     * How much at a time.
     *
     * @param mostCalls in flight, waiting or running
     * @param mostCallsOfOne of these, for one user
     */
    public record CallLimits(int mostCalls, int mostCallsOfOne) {

        /** As wire W13 has it. */
        public static final CallLimits DEFAULTS = new CallLimits(10_000, 256);
    }

    /**
     * Takes a call. From then on its port gets exactly one reply.
     *
     * @param accepted run before anything else once the call has a place
     * @return why there is no place; empty where the call was taken
     */
    public Optional<WireError> dispatch(CallRequest request, Runnable accepted) {
        var refusal = admission.enter(request.caller());
        if (refusal.isPresent()) {
            return refusal;
        }
        var call = new Call(request);
        running.add(call);
        try {
            accepted.run();
            prepareAndRun(call);
        } catch (RuntimeException | Error e) {
            end(call, null, Failures.ofHandler(call, e));
            release(call);
        }
        return Optional.empty();
    }

    private void prepareAndRun(Call call) {
        var request = call.request();
        var refusal = refusal(request);
        if (refusal.isPresent()) {
            end(call, null, refusal.get());
            release(call);
            return;
        }
        Object params;
        try {
            params = request.method().bind(request.params().tokens());
        } catch (IOException | RuntimeException e) {
            end(call, null, refusedByModel(call, e));
            release(call);
            return;
        }
        call.endsBy(timer.after(request.timeLimit(), () -> expire(call)));
        if (request.method().options().nonBlocking()) {
            run(call, params);
            return;
        }
        try {
            threads.execute(() -> run(call, params));
        } catch (RejectedExecutionException e) {
            end(call, null, WireError.unavailable());
            release(call);
        }
    }

    private static Optional<WireError> refusal(CallRequest request) {
        var violations = request.params().violations();
        if (!violations.isEmpty()) {
            return Optional.of(WireError.invalidParams(request.method().name(), violations));
        }
        if (request.timeLimit().isZero()) {
            return Optional.of(WireError.deadlineExceeded(request.method().name(), Duration.ZERO, false));
        }
        return Optional.empty();
    }

    /** The params have the right form, and the constructor of their class refuses them nevertheless. */
    private static WireError refusedByModel(Call call, Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RpcException) {
                return Failures.ofHandler(call, cause);
            }
        }
        // Its message may repeat what the caller sent, which is never logged (wire W13).
        LOG.info(
                "{} (correlation id {}): the params were refused by their own class, with {}.",
                call.method(),
                call.correlationId(),
                rootOf(thrown).getClass().getName());
        return WireError.invalidParams(
                call.method(), List.of(new Violation("$", "has values that do not go together")));
    }

    private static Throwable rootOf(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private void run(Call call, @Nullable Object params) {
        if (!call.start(!call.request().method().options().nonBlocking())) {
            release(call);
            return;
        }
        Object result;
        try {
            result = call.request().method().invoke(call, params);
        } catch (Throwable thrown) {
            // Whatever it is, Errors included: a call without an answer would leave its caller waiting.
            call.leaveThread();
            fail(call, thrown);
            release(call);
            return;
        }
        call.leaveThread();
        if (result instanceof CompletionStage<?> stage) {
            call.continuesAs(stage);
            stage.whenComplete((value, thrown) -> {
                if (thrown == null) {
                    end(call, value, null);
                } else {
                    fail(call, thrown);
                }
                release(call);
            });
            if (call.isAnswered()) {
                // The deadline passed while the handler was about to return the stage.
                call.cancel();
                release(call);
            }
        } else {
            end(call, result, null);
            release(call);
        }
    }

    private void fail(Call call, Throwable thrown) {
        if (call.isAnswered()) {
            // The answer has gone out, and an interrupted handler usually ends in an exception.
            LOG.debug("{} (correlation id {}) ended after its time.", call.method(), call.correlationId(), thrown);
            lateResults.increment();
            return;
        }
        end(call, null, Failures.ofHandler(call, thrown));
    }

    private void expire(Call call) {
        boolean hasStarted = call.hasStarted();
        end(call, null, WireError.deadlineExceeded(call.method(), call.request().timeLimit(), hasStarted));
        call.cancel();
        if (call.isOnNoThread()) {
            // A stage may never complete; a thread comes back and gives its place back itself.
            release(call);
        }
        if (!hasStarted) {
            LOG.debug("{} (correlation id {}) waited too long for a thread.", call.method(), call.correlationId());
        }
    }

    private void end(Call call, @Nullable Object result, @Nullable WireError error) {
        if (!call.answer()) {
            lateResults.increment();
            return;
        }
        var sent = error;
        try {
            if (error == null) {
                call.request().replies().result(call.request().method(), result);
            } else {
                call.request().replies().error(error);
            }
        } catch (IOException | RuntimeException e) {
            sent = Failures.ofReply(call, e);
            sendInstead(call, sent);
        }
        log.ended(call, sent);
    }

    private static void sendInstead(Call call, WireError error) {
        try {
            call.request().replies().error(error);
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "{} (correlation id {}): no reply could be sent; the caller will run into its time limit.",
                    call.method(),
                    call.correlationId(),
                    e);
        }
    }

    private void release(Call call) {
        if (running.remove(call)) {
            admission.leave(call.request().caller());
        }
    }

    /** Calls in flight. */
    public int callsInFlight() {
        return admission.calls();
    }

    /** Results that came after the caller had been answered. */
    public long lateResults() {
        return lateResults.sum();
    }

    /** Takes no more calls. */
    public void stopAccepting() {
        admission.close();
    }

    /** Whether calls are still taken. */
    public boolean isAccepting() {
        return !admission.isClosed();
    }

    /** Waits for the calls in flight, for so long at most; those left then are answered 503 and interrupted. */
    public void drain(Duration limit) {
        stopAccepting();
        boolean isEmpty = false;
        try {
            isEmpty = admission.awaitEmpty(limit.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!isEmpty) {
            LOG.warn("{} calls did not end within {}; they are answered 503 and interrupted.", running.size(), limit);
            running.forEach(call -> {
                end(call, null, WireError.unavailable());
                call.cancel();
            });
        }
        threads.shutdown();
    }
}
