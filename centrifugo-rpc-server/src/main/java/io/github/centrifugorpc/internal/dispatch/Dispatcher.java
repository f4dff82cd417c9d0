package io.github.centrifugorpc.internal.dispatch;

import io.github.centrifugorpc.internal.once.CallKey;
import io.github.centrifugorpc.internal.once.Reply;
import io.github.centrifugorpc.internal.registry.BoundParams;
import io.github.centrifugorpc.internal.registry.RefusedByModelException;
import io.github.centrifugorpc.internal.timer.Timer;
import io.github.centrifugorpc.internal.wire.WireError;
import io.github.centrifugorpc.server.spi.OnceCall;
import io.github.centrifugorpc.server.spi.OnceStore;
import io.github.centrifugorpc.server.spi.Verdict;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs calls, each once, and sees to it that each request gets exactly one reply. */
public final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Admission admission;
    private final Timer timer;
    private final CallLog log;
    private final OnceStore store;
    private final Replies replies;
    private final HandlerThreads threads = HandlerThreads.create();
    private final ConcurrentMap<CallKey, Call> calls = new ConcurrentHashMap<>();
    private final LongAdder lateResults = new LongAdder();

    /** A dispatcher with its own threads. */
    public Dispatcher(CallLimits limits, Timer timer, CallLog log, OnceStore store, ReplyWriter writer) {
        this.admission = new Admission(limits.mostCalls(), limits.mostCallsOfOne());
        this.timer = timer;
        this.log = log;
        this.store = store;
        this.replies = new Replies(writer);
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
     * Takes a request. From then on its port gets exactly one reply.
     *
     * @param accepted run before anything else once the request has a place
     * @return why there is no place; empty where the request was taken
     */
    public Optional<WireError> dispatch(CallRequest request, Runnable accepted) {
        var call = new Call(request);
        var refusal = admission.enter(call.key().account());
        if (refusal.isPresent()) {
            return refusal;
        }
        var first = call.firstWaiter();
        var earlier = calls.putIfAbsent(call.key(), call);
        if (earlier != null) {
            join(earlier, request, accepted);
            return Optional.empty();
        }
        try {
            accepted.run();
            first.endsBy(timer.after(first.timeLimit(), () -> expire(call, first)));
            begin(call);
        } catch (RuntimeException | Error e) {
            // Ours, not the handler's. Nobody must be left waiting nevertheless.
            refuse(call, Failures.ofHandler(call, e));
        }
        return Optional.empty();
    }

    private void join(Call call, CallRequest request, Runnable accepted) {
        var waiter = Waiter.joining(request, call.timeLimitOf(request));
        try {
            accepted.run();
            join(call, waiter);
        } catch (RuntimeException | Error e) {
            answer(call, waiter, replies.of(Failures.ofHandler(call, e)));
        }
    }

    /** Waits for a call that is at work already. */
    private void join(Call call, Waiter waiter) {
        var request = waiter.request();
        if (!Objects.equals(call.request().print(), request.print())) {
            answer(call, waiter, replies.of(WireError.conflict(request.method().name())));
        } else if (waiter.timeLimit().isZero()) {
            answer(call, waiter, replies.of(late(call, waiter)));
        } else {
            call.join(waiter)
                    .ifPresentOrElse(
                            reply -> answer(call, waiter, reply),
                            () -> waiter.endsBy(timer.after(waiter.timeLimit(), () -> expire(call, waiter))));
        }
    }

    private void begin(Call call) {
        var request = call.request();
        var print = request.print();
        if (print == null || request.method().options().idempotent()) {
            prepare(call);
            return;
        }
        var verdict = store.ask(new OnceCall(
                call.key().account(),
                call.key().correlationId(),
                print.method(),
                print.params(),
                request.attempt().number(),
                request.attempt().age()));
        call.waitsFor(verdict);
        await(call, verdict);
    }

    private void await(Call call, CompletionStage<Verdict> asked) {
        asked.whenComplete((verdict, thrown) -> {
            try {
                if (thrown == null) {
                    follow(call, verdict);
                } else if (!call.isEnding()) {
                    refuse(call, Failures.ofHandler(call, thrown));
                }
            } catch (RuntimeException | Error e) {
                // Ours, not the handler's; on a thread of the store nobody else would see it.
                refuse(call, Failures.ofHandler(call, e));
            }
        });
    }

    private void follow(Call call, Verdict verdict) {
        if (verdict instanceof Verdict.Run run) {
            if (call.hold(run.claim())) {
                prepare(call);
            } else {
                run.claim().release();
            }
        } else if (verdict instanceof Verdict.Repeat repeat) {
            if (call.beginEnd()) {
                settle(call, Reply.of(repeat.reply()));
            }
            release(call);
        } else if (verdict instanceof Verdict.Conflict) {
            refuse(call, WireError.conflict(call.method()));
        } else if (verdict instanceof Verdict.Unknown) {
            refuse(call, WireError.outcomeUnknown(call.method()));
        } else {
            refuse(call, WireError.unavailableStore(call.method()));
        }
    }

    private void prepare(Call call) {
        var request = call.request();
        if (call.isLate() && request.params().violations().isEmpty()) {
            refuse(call, WireError.deadlineExceeded(call.method(), request.timeLimit(), false));
            return;
        }
        boolean isNonBlocking = request.method().options().nonBlocking();
        if (request.method().isConstrained() && !isNonBlocking) {
            // A constraint may ask a database, so it waits for a thread like the handler itself.
            runOnThread(call, () -> {
                if (mayBegin(call)) {
                    bind(call).ifPresent(bound -> run(call, bound.params()));
                }
            });
            return;
        }
        var bound = bind(call);
        if (bound.isEmpty()) {
            return;
        }
        var params = bound.get().params();
        if (isNonBlocking) {
            call.goesToThread();
            run(call, params);
        } else {
            runOnThread(call, () -> run(call, params));
        }
    }

    private void runOnThread(Call call, Runnable work) {
        call.goesToThread();
        try {
            threads.execute(call.key().account(), work);
        } catch (RejectedExecutionException e) {
            refuse(call, WireError.unavailable());
        }
    }

    /** The params; empty where they, or their constraints, have ended the call. */
    private Optional<BoundParams> bind(Call call) {
        try {
            var bound = call.request().method().bind(call.request().params());
            if (bound.violations().isEmpty()) {
                return Optional.of(bound);
            }
            refuse(call, WireError.invalidParams(call.method(), bound.violations()));
        } catch (RefusedByModelException e) {
            refuse(call, Failures.ofParams(call, e));
        } catch (RuntimeException | Error e) {
            // A constraint that fails is no fault of the caller.
            refuse(call, Failures.ofHandler(call, e));
        }
        return Optional.empty();
    }

    private void refuse(Call call, WireError error) {
        if (call.beginEnd()) {
            finish(call, null, error);
        }
        release(call);
    }

    /** Whether anybody still waits for what a thread has come for; if not, the call gives its place back. */
    private boolean mayBegin(Call call) {
        if (call.isLate()) {
            // It stood in the queue until its time was over, and the timer has not come by yet.
            refuse(
                    call,
                    WireError.deadlineExceeded(call.method(), call.request().timeLimit(), false));
            return false;
        }
        if (call.isEnding()) {
            release(call);
            return false;
        }
        return true;
    }

    private void run(Call call, @Nullable Object params) {
        if (!mayBegin(call)) {
            return;
        }
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
            follow(call, stage);
        } else {
            end(call, result, null);
            release(call);
        }
    }

    private void follow(Call call, CompletionStage<?> stage) {
        call.continuesAs(stage);
        stage.whenComplete((value, thrown) -> {
            if (thrown == null) {
                end(call, value, null);
            } else {
                fail(call, thrown);
            }
            release(call);
        });
        if (call.isEnding()) {
            // The deadline passed, or a cancel came, while the handler was about to return the stage.
            stop(call);
        }
    }

    private void fail(Call call, Throwable thrown) {
        if (call.isEnding()) {
            // The answer has gone out, and an interrupted handler usually ends in an exception.
            LOG.debug("{} (correlation id {}) ended after its time.", call.method(), call.correlationId(), thrown);
            lateResults.increment();
            return;
        }
        end(call, null, Failures.ofHandler(call, thrown));
    }

    private void expire(Call call, Waiter waiter) {
        switch (call.lose(waiter)) {
            case NOT_NEEDED -> {}
            case ENDED_FOR_ONE -> answer(call, waiter, replies.of(late(call, waiter)));
            case ENDED_FOR_ALL -> {
                finish(call, null, late(call, waiter));
                stop(call);
            }
        }
    }

    private static WireError late(Call call, Waiter waiter) {
        return WireError.deadlineExceeded(call.method(), waiter.timeLimit(), call.hasStarted());
    }

    /** Ends a call of this caller; without effect where there is none by this id (wire W6). */
    public void cancel(Caller caller, String correlationId) {
        var call = calls.get(new CallKey(caller.account(), correlationId));
        if (call != null && call.beginEnd()) {
            finish(call, null, WireError.cancelled(call.method()));
            stop(call);
        }
    }

    /** Tells the handler of a call that has ended. */
    private void stop(Call call) {
        call.cancel();
        if (!call.isOnThread()) {
            // A stage may never complete; a thread comes back and gives its place back itself.
            release(call);
        }
    }

    private void end(Call call, @Nullable Object result, @Nullable WireError error) {
        if (call.beginEnd()) {
            finish(call, result, error);
        } else {
            lateResults.increment();
        }
    }

    private void finish(Call call, @Nullable Object result, @Nullable WireError error) {
        var written = replies.of(call, result, error);
        settle(call, written.reply());
        log.ended(call, written.error());
    }

    /** The reply is kept before the call is forgotten here, so that at any time one of the two knows of it. */
    private void settle(Call call, Reply reply) {
        call.stopWaiting();
        call.takeClaim().ifPresent(claim -> {
            if (reply.isTemporary()) {
                claim.release();
            } else {
                claim.keep(reply.bytes());
            }
        });
        calls.remove(call.key(), call);
        call.end(reply).forEach(waiter -> answer(call, waiter, reply));
    }

    private void answer(Call call, Waiter waiter, Reply reply) {
        try {
            if (!waiter.answer(reply)) {
                return;
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "{} (correlation id {}): no reply could be sent; the caller will run into its time limit.",
                    call.method(),
                    call.correlationId(),
                    e);
        }
        if (waiter.hasOwnPlace()) {
            admission.leave(call.key().account());
        }
    }

    private void release(Call call) {
        if (call.release()) {
            admission.leave(call.key().account());
        }
    }

    /** Requests in flight. */
    public int callsInFlight() {
        return admission.calls();
    }

    /** Results that came after the caller had been answered. */
    public long lateResults() {
        return lateResults.sum();
    }

    /** Waits until no request is in flight, for so long at most; answers whether that came. */
    public boolean awaitIdle(Duration limit) throws InterruptedException {
        return admission.awaitEmpty(limit.toNanos());
    }

    /** Takes no more calls. */
    public void stopAccepting() {
        admission.close();
    }

    /** Whether calls are still taken. */
    public boolean isAccepting() {
        return !admission.isClosed();
    }

    /** Where the handler has begun, whether it takes effect is something that nobody will know. */
    private static WireError cutOff(Call call) {
        boolean mayBeDone =
                call.hasStarted() && !call.request().method().options().idempotent();
        return mayBeDone ? WireError.stoppedInMidCall(call.method()) : WireError.unavailable();
    }

    /** Waits for the calls in flight, for so long at most; those left then are answered and interrupted. */
    public void drain(Duration limit) {
        stopAccepting();
        boolean isEmpty = false;
        try {
            isEmpty = admission.awaitEmpty(limit.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!isEmpty) {
            LOG.warn("{} calls did not end within {}; they are interrupted.", callsInFlight(), limit);
            calls.values().forEach(call -> {
                if (call.beginEnd()) {
                    finish(call, null, cutOff(call));
                }
                stop(call);
            });
        }
        threads.shutdown();
    }
}
