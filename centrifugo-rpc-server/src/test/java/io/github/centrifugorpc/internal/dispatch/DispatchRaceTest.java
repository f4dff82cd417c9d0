package io.github.centrifugorpc.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.Transport;
import io.github.centrifugorpc.WebsocketRpc;
import io.github.centrifugorpc.internal.dispatch.Dispatcher.CallLimits;
import io.github.centrifugorpc.internal.endpoint.ReplyJson;
import io.github.centrifugorpc.internal.once.CallPrint;
import io.github.centrifugorpc.internal.once.MemoryOnceStore;
import io.github.centrifugorpc.internal.once.MemoryOnceStore.Limits;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.registry.MethodTableCompiler;
import io.github.centrifugorpc.internal.timer.Timer;
import io.github.centrifugorpc.internal.wire.Attempt;
import io.github.centrifugorpc.server.TaskHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** Threads send the same calls, and meet where a call begins, where it is joined, and where it ends and its reply is kept. */
class DispatchRaceTest {

    private static final int THREADS = 3;
    private static final int CALLS = 60_000;
    private static final int USERS = 16;

    private static final MethodTable METHODS = new MethodTableCompiler(
                    List.of(new RunCounter()), Duration.ofSeconds(30), false, List.of())
            .compile(TaskHandlers.class.getClassLoader());

    /** Answers {@code tasks.clear} in no time, which leaves it to the rest to be slow. */
    public static final class RunCounter {

        static final AtomicInteger RUNS = new AtomicInteger();

        @WebsocketRpc(value = "tasks.clear", nonBlocking = true)
        public void clear() {
            RUNS.incrementAndGet();
        }
    }

    /** Running a call takes longer than being told its reply, so those behind keep catching up with the one in front. */
    @Test
    void runsEachCallOnceForThreadsThatChaseEachOther() throws Exception {
        sendAll(call -> {});
    }

    @Test
    void runsEachCallOnceForThreadsThatSendItTogether() throws Exception {
        var meeting = new Phaser(THREADS);
        sendAll(call -> meeting.arriveAndAwaitAdvance());
    }

    private static void sendAll(IntConsumer beforeEach) throws Exception {
        Timer never = (delay, task) -> () -> {};
        var dispatcher = new Dispatcher(
                new CallLimits(1_000_000, 1_000_000),
                never,
                new CallLog(Level.ERROR, false),
                new MemoryOnceStore(Limits.DEFAULTS, false, never),
                new ReplyJson(METHODS, 64 << 10));
        int runsBefore = RunCounter.RUNS.get();
        var replies = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            var barrier = new CyclicBarrier(THREADS);
            var threads = IntStream.range(0, THREADS)
                    .mapToObj(thread -> pool.submit(() -> {
                        barrier.await();
                        for (int call = 0; call < CALLS; call++) {
                            beforeEach.accept(call);
                            assertThat(dispatcher.dispatch(request(call, replies), () -> {}))
                                    .isEmpty();
                        }
                        return null;
                    }))
                    .toList();
            for (var thread : threads) {
                thread.get(120, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(RunCounter.RUNS.get() - runsBefore).isEqualTo(CALLS);
        assertThat(replies).hasValue(THREADS * CALLS);
        assertThat(dispatcher.callsInFlight()).isZero();
        assertThat(dispatcher.lateResults()).isZero();
        dispatcher.drain(Duration.ZERO);
    }

    private static CallRequest request(int call, AtomicInteger replies) {
        var method = Objects.requireNonNull(METHODS.find("tasks.clear"));
        return new CallRequest(
                method,
                new Caller("u" + call % USERS, "c1", Map.of()),
                "id-" + call,
                Attempt.FIRST,
                new CallPrint("tasks.clear", 0),
                Transport.RPC,
                Duration.ofSeconds(30),
                method.checker().none(),
                reply -> replies.incrementAndGet());
    }
}
