package io.github.centrifugorpc.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.centrifugorpc.server.spi.Claim;
import io.github.centrifugorpc.server.spi.OnceCall;
import io.github.centrifugorpc.server.spi.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What becomes of calls while Redis does not answer, is full, or comes back with another memory. */
class RedisFaultsIT {

    private static final Duration TIME_LIMIT = Duration.ofMillis(500);

    private static RedisContainer redis;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private RedisOnceStore store;

    @BeforeAll
    static void startRedis() {
        redis = new RedisContainer();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @BeforeEach
    void open() {
        redis.cli("FLUSHALL");
        log.start();
        ((Logger) LoggerFactory.getLogger(RedisOnceStore.class)).addAppender(log);
        store = RedisOnceStore.builder(redis.uri())
                .lease(Duration.ofSeconds(1))
                .commandTimeout(TIME_LIMIT)
                .way(Duration.ZERO)
                .connect();
    }

    @AfterEach
    void close() {
        ((Logger) LoggerFactory.getLogger(RedisOnceStore.class)).detachAppender(log);
        store.close();
    }

    private static OnceCall call(String id, int attempt) {
        return new OnceCall("user:ada", id, "tasks.create", 7, attempt, Duration.ofMinutes(attempt - 1));
    }

    private Verdict ask(OnceCall call) throws Exception {
        return store.ask(call).get(20, TimeUnit.SECONDS);
    }

    private Claim claim(String id) throws Exception {
        var verdict = ask(call(id, 1));
        assertThat(verdict).isInstanceOf(Verdict.Run.class);
        return ((Verdict.Run) verdict).claim();
    }

    /** Asks until the store is well again. */
    private static Verdict askUntilItCanTell(RedisOnceStore store, OnceCall call) throws Exception {
        long endNanos = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        var verdict = store.ask(call).get(20, TimeUnit.SECONDS);
        while (verdict instanceof Verdict.Unavailable && System.nanoTime() - endNanos < 0) {
            verdict = store.ask(call).get(20, TimeUnit.SECONDS);
        }
        return verdict;
    }

    private String line(String id) {
        Predicate<ILoggingEvent> isIt = event -> event.getFormattedMessage().startsWith(id);
        return log.list.stream()
                .filter(isIt)
                .map(ILoggingEvent::getFormattedMessage)
                .findFirst()
                .orElse("");
    }

    @Test
    void runsNothingWhileRedisIsSilent() throws Exception {
        redis.freeze();
        long startNanos = System.nanoTime();
        Verdict verdict;
        Verdict second;
        try {
            verdict = ask(call("a", 1));
            second = ask(call("b", 1));
        } finally {
            redis.thaw();
        }

        assertThat(verdict).isEqualTo(new Verdict.Unavailable());
        assertThat(second).isEqualTo(new Verdict.Unavailable());
        assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(Duration.ofSeconds(10));
        assertThat(line("[CRPC-603]"))
                .isEqualTo("[CRPC-603] 1 calls could not be claimed in Redis at localhost:" + redis.port()
                        + " and were answered 503 unavailable; the last was tasks.create (correlation id a):"
                        + " io.lettuce.core.RedisCommandTimeoutException: EVALSHA. Command timed out after 500"
                        + " millisecond(s)");
        assertThat(log.list).as("further cases are counted, not repeated").hasSize(1);
        assertThat(askUntilItCanTell(store, call("a", 1)))
                .as("what was claimed too late was released")
                .isInstanceOf(Verdict.Run.class);
    }

    @Test
    void tellsNothingOfWhatItCouldNotKeepAndCarriesOnWithANewRedis() throws Exception {
        var claim = claim("a");
        redis.stop();
        claim.keep("done".getBytes(UTF_8));
        redis.startAgain();

        assertThat(askUntilItCanTell(store, call("a", 2))).isEqualTo(new Verdict.Unknown());
        assertThat(ask(call("never seen", 2)))
                .as("its first attempt may have been run before the restart")
                .isInstanceOf(Verdict.Unknown.class);
        assertThat(ask(call("new", 1))).isInstanceOf(Verdict.Run.class);
        assertThat(line("[CRPC-604]"))
                .startsWith("[CRPC-604] 1 calls were run, and their replies could not be kept in Redis at localhost:"
                        + redis.port() + "; where they are sent again, the answer is 410 outcome_unknown. The last was"
                        + " tasks.create (correlation id a): io.lettuce.core.Redis");
    }

    @Test
    void runsNothingThatAFullRedisDoesNotTake() throws Exception {
        var kept = claim("a");
        kept.keep("done".getBytes(UTF_8));
        assertThat(ask(call("a", 2))).isInstanceOf(Verdict.Repeat.class);
        redis.cli("CONFIG", "SET", "maxmemory", "1");
        Verdict refused;
        Verdict repeated;
        try {
            refused = ask(call("b", 1));
            repeated = ask(call("a", 2));
        } finally {
            redis.cli("CONFIG", "SET", "maxmemory", "0");
        }

        assertThat(refused).isEqualTo(new Verdict.Unavailable());
        assertThat(repeated).isInstanceOf(Verdict.Repeat.class);
        assertThat(line("[CRPC-603]")).contains("OOM");
        assertThat(ask(call("b", 1))).isInstanceOf(Verdict.Run.class);
    }

    @Test
    void refusesARedisThatEvicts() {
        redis.cli("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
        try {
            assertThatThrownBy(() -> RedisOnceStore.at(redis.uri()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("[CRPC-602] Redis at localhost:" + redis.port() + " has the maxmemory-policy"
                            + " allkeys-lru, by which it may drop what was run, and calls could be run twice."
                            + "\n  Fix: set maxmemory-policy noeviction there, or give RedisOnceStore a Redis of its"
                            + " own.");
        } finally {
            redis.cli("CONFIG", "SET", "maxmemory-policy", "noeviction");
        }
    }

    @Test
    void logsInByTheUri() throws Exception {
        redis.cli("ACL", "SETUSER", "shop", "on", ">p@ss", "~shop:*", "+@all");
        var place = "@localhost:" + redis.port();

        assertThatThrownBy(() -> RedisOnceStore.at("redis://shop:wrong" + place))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "[CRPC-601] Redis at localhost:" + redis.port() + " cannot be used: WRONGPASS ");
        try (var shop = RedisOnceStore.builder("redis://shop:p%40ss" + place)
                .prefix("shop:")
                .connect()) {
            assertThat(shop.ask(call("a", 1)).get(20, TimeUnit.SECONDS)).isInstanceOf(Verdict.Run.class);
        }
        assertThat(List.of(redis.cli("KEYS", "*calls*").split("\n")))
                .singleElement()
                .asString()
                .startsWith("shop:{");
    }

    @Test
    void findsAnotherWayWhereTheNetworkHasGoneWithoutAWord() throws Exception {
        try (var cable = new Cable(redis.port());
                var far = RedisOnceStore.builder(cable.uri())
                        .commandTimeout(TIME_LIMIT)
                        .connect()) {
            assertThat(far.ask(call("a", 1)).get(20, TimeUnit.SECONDS)).isInstanceOf(Verdict.Run.class);

            cable.cut();

            assertThat(far.ask(call("b", 1)).get(20, TimeUnit.SECONDS)).isEqualTo(new Verdict.Unavailable());
            assertThat(askUntilItCanTell(far, call("c", 1))).isInstanceOf(Verdict.Run.class);
        }
    }

    @Test
    void worksOnACluster() throws Exception {
        try (var cluster = RedisContainer.cluster();
                var one = RedisOnceStore.at(cluster.uri());
                var other = RedisOnceStore.at(cluster.uri())) {
            for (int user = 0; user < 50; user++) {
                var first = new OnceCall("user:" + user, "a", "tasks.create", 7, 1, Duration.ZERO);
                var verdict = (Verdict.Run) one.ask(first).get(20, TimeUnit.SECONDS);
                verdict.claim().keep(("done " + user).getBytes(UTF_8));
                var repeat = (Verdict.Repeat) other.ask(first).get(20, TimeUnit.SECONDS);
                assertThat(new String(repeat.reply(), UTF_8)).isEqualTo("done " + user);
            }
        }
    }
}
