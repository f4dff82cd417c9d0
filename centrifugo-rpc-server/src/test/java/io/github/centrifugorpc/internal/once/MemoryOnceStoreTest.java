package io.github.centrifugorpc.internal.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.internal.once.MemoryOnceStore.Limits;
import io.github.centrifugorpc.server.spi.OnceCall;
import io.github.centrifugorpc.server.spi.Verdict;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept, for how long, at whose expense, and who is vouched for (wire W7). */
class MemoryOnceStoreTest {

    private static final Duration WINDOW = Duration.ofMinutes(2);
    private static final int REPLY_BYTES = 1000;
    private static final int COST = REPLY_BYTES + KeptReply.OWN_BYTES;

    /** Starts near the end of its range, as a clock without an origin may. */
    private final AtomicLong nanos =
            new AtomicLong(Long.MAX_VALUE - Duration.ofMinutes(1).toNanos());

    private final ArrayDeque<Runnable> timers = new ArrayDeque<>();

    private MemoryOnceStore store(boolean isSole) {
        return new MemoryOnceStore(
                new Limits(WINDOW, 100L * COST, 20L * COST),
                isSole,
                (delay, task) -> {
                    timers.add(task);
                    return () -> timers.remove(task);
                },
                nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static OnceCall call(String user, int id) {
        return resend(user, id, "tasks.create", 7, 1, Duration.ZERO);
    }

    private static OnceCall resend(String user, int id, String method, long print, int attempt, Duration age) {
        return new OnceCall("user:" + user, "id-" + id, method, print, attempt, age);
    }

    private static void keep(MemoryOnceStore store, String user, int id) {
        if (ask(store, call(user, id)) instanceof Verdict.Run run) {
            run.claim().keep(new byte[REPLY_BYTES]);
        }
    }

    private static Verdict ask(MemoryOnceStore store, OnceCall call) {
        return store.ask(call).getNow(null);
    }

    private static boolean keeps(MemoryOnceStore store, String user, int id) {
        return ask(store, call(user, id)) instanceof Verdict.Repeat;
    }

    private static Verdict askAgain(MemoryOnceStore store, String user, int id, Duration age) {
        return ask(store, resend(user, id, "tasks.create", 7, 2, age));
    }

    @Test
    void repeatsForAWindowAndNoLonger() {
        var store = store(false);
        keep(store, "a", 1);

        pass(WINDOW);
        assertThat(keeps(store, "a", 1)).isTrue();
        pass(Duration.ofNanos(1));

        assertThat(keeps(store, "a", 1)).isFalse();
    }

    @Test
    void knowsOtherCallsByTheSameId() {
        var store = store(false);
        keep(store, "a", 1);

        assertThat(ask(store, resend("a", 1, "tasks.create", 8, 1, Duration.ZERO)))
                .isEqualTo(new Verdict.Conflict());
        assertThat(ask(store, resend("a", 1, "tasks.delete", 7, 3, Duration.ZERO)))
                .isEqualTo(new Verdict.Conflict());
        assertThat(ask(store, resend("b", 1, "tasks.delete", 7, 1, Duration.ZERO)))
                .isInstanceOf(Verdict.Run.class);
    }

    @Test
    void vouchesForWhatItWouldRemember() {
        var store = store(true);
        pass(Duration.ofSeconds(30));

        assertThat(askAgain(store, "a", 1, Duration.ofSeconds(30))).isInstanceOf(Verdict.Run.class);
        assertThat(askAgain(store, "a", 1, Duration.ofMillis(30_001))).isEqualTo(new Verdict.Unknown());
        pass(Duration.ofMinutes(10));
        assertThat(askAgain(store, "a", 1, WINDOW)).isInstanceOf(Verdict.Run.class);
        assertThat(askAgain(store, "a", 1, WINDOW.plusMillis(1))).isEqualTo(new Verdict.Unknown());
        assertThat(askAgain(store, "a", 1, Duration.ofMillis(1L << 40))).isEqualTo(new Verdict.Unknown());
    }

    @Test
    void vouchesForNothingBesideOtherServers() {
        var store = store(false);
        pass(Duration.ofMinutes(10));

        assertThat(askAgain(store, "a", 1, Duration.ZERO)).isEqualTo(new Verdict.Unknown());
    }

    @Test
    void evictsTheOldestOfOneUserAndVouchesForThatTimeNoMore() {
        var store = store(true);
        pass(Duration.ofMinutes(10));
        for (int i = 0; i < 21; i++) {
            keep(store, "a", i);
            pass(Duration.ofSeconds(1));
        }

        assertThat(keeps(store, "a", 0)).isFalse();
        assertThat(IntStream.range(1, 21)).allMatch(i -> keeps(store, "a", i));
        assertThat(askAgain(store, "a", 0, Duration.ofSeconds(21))).isEqualTo(new Verdict.Unknown());
        assertThat(askAgain(store, "a", 99, Duration.ofSeconds(20)))
                .as("younger than what was evicted")
                .isInstanceOf(Verdict.Run.class);
        assertThat(askAgain(store, "b", 0, Duration.ofSeconds(21)))
                .as("another user's eviction says nothing of this one")
                .isInstanceOf(Verdict.Run.class);
        assertThat(store.bytes()).isEqualTo(20L * COST);
    }

    @Test
    void oneUsersFloodEvictsNothingOfOthers() {
        var store = store(true);
        for (int user = 0; user < 9; user++) {
            for (int i = 0; i < 9; i++) {
                keep(store, "quiet" + user, i);
            }
        }

        for (int i = 0; i < 10_000; i++) {
            keep(store, "flood", i);
        }

        for (int user = 0; user < 9; user++) {
            var name = "quiet" + user;
            assertThat(IntStream.range(0, 9)).allMatch(i -> keeps(store, name, i));
        }
        assertThat(keeps(store, "flood", 9_999)).isTrue();
        assertThat(store.bytes()).isLessThanOrEqualTo(100L * COST);
    }

    @Test
    void theLargestSharesPayWhereAllTogetherAreTooLarge() {
        var store = store(true);
        for (int i = 0; i < 5; i++) {
            keep(store, "small", i);
        }
        for (int user = 0; user < 8; user++) {
            for (int i = 0; i < 20; i++) {
                keep(store, "large" + user, i);
            }
        }

        assertThat(IntStream.range(0, 5)).allMatch(i -> keeps(store, "small", i));
        assertThat(store.bytes()).isLessThanOrEqualTo(100L * COST);
    }

    @Test
    void staysWithinItsBoundForAnyNumberOfUsers() {
        var store = store(true);
        for (int user = 0; user < 10_000; user++) {
            keep(store, "u" + user, 0);
        }

        assertThat(store.bytes()).isLessThanOrEqualTo(100L * COST);
        assertThat(store.accounts())
                .as("users of whom nothing is left are forgotten")
                .isLessThan(1_000);
        assertThat(askAgain(store, "u0", 0, Duration.ZERO)).isEqualTo(new Verdict.Unknown());
    }

    @Test
    void keepsTheFirstEndOfAClaim() {
        var store = store(true);
        var kept = (Verdict.Run) ask(store, call("a", 1));
        var released = (Verdict.Run) ask(store, call("a", 2));

        kept.claim().keep(new byte[] {1});
        kept.claim().keep(new byte[] {2});
        kept.claim().release();
        released.claim().release();
        released.claim().keep(new byte[] {3});

        assertThat(ask(store, call("a", 1)))
                .isInstanceOfSatisfying(
                        Verdict.Repeat.class,
                        repeat -> assertThat(repeat.reply()).containsExactly(1));
        assertThat(ask(store, call("a", 2))).isInstanceOf(Verdict.Run.class);
    }

    @Test
    void giveUpWhatHasExpiredByATimerForAll() {
        var store = store(true);
        for (int user = 0; user < 50; user++) {
            keep(store, "u" + user, 0);
        }
        assertThat(timers).as("one timer, whatever is kept").hasSize(1);
        pass(WINDOW.plusMillis(1));
        keep(store, "late", 0);

        timers.remove().run();

        assertThat(store.bytes()).isEqualTo(COST);
        assertThat(store.accounts()).isEqualTo(1);
        assertThat(timers).hasSize(1);
        pass(WINDOW.plusMillis(1));
        timers.remove().run();
        assertThat(store.bytes()).isZero();
        assertThat(store.accounts()).isZero();
        assertThat(timers).isEmpty();
    }

    @Test
    void countsRightUnderRaces() throws Exception {
        long seed = Long.getLong("once.seed", System.nanoTime());
        var store = store(true);
        int threads = 4;
        var barrier = new CyclicBarrier(threads);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var running = IntStream.range(0, threads)
                    .mapToObj(thread -> pool.submit(() -> {
                        var random = new Random(seed + thread);
                        barrier.await();
                        for (int i = 0; i < 20_000; i++) {
                            keep(store, "u" + random.nextInt(30), random.nextInt(40));
                            askAgain(store, "u" + random.nextInt(30), random.nextInt(40), Duration.ZERO);
                        }
                        return null;
                    }))
                    .toList();
            for (var each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(store.bytes()).as("seed %d", seed).isBetween(1L, 100L * COST);
        pass(WINDOW.plusMillis(1));
        timers.remove().run();
        assertThat(store.bytes()).as("seed %d", seed).isZero();
    }
}
