package io.github.centrifugorpc.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.centrifugorpc.server.spi.Claim;
import io.github.centrifugorpc.server.spi.OnceCall;
import io.github.centrifugorpc.server.spi.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What several stores over one Redis say of a call (wire W7). Each store stands for one server. */
class RedisOnceStoreIT {

    private static final Duration LEASE = Duration.ofSeconds(1);

    private static RedisContainer redis;

    private final List<RedisOnceStore> stores = new ArrayList<>();
    private final String prefix = "test-" + UUID.randomUUID() + ":";

    @BeforeAll
    static void startRedis() {
        redis = new RedisContainer();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @AfterEach
    void closeStores() {
        stores.forEach(RedisOnceStore::close);
    }

    private RedisOnceStore store() {
        return store(builder -> builder);
    }

    private RedisOnceStore store(UnaryOperator<RedisOnceStore.Builder> change) {
        var builder = RedisOnceStore.builder(redis.uri())
                .prefix(prefix)
                .lease(LEASE)
                .commandTimeout(Duration.ofSeconds(5))
                .way(Duration.ZERO);
        var store = change.apply(builder).connect();
        stores.add(store);
        return store;
    }

    private static OnceCall first(String account, String id) {
        return new OnceCall(account, id, "tasks.create", 7, 1, Duration.ZERO);
    }

    private static OnceCall resend(String account, String id, Duration age) {
        return new OnceCall(account, id, "tasks.create", 7, 2, age);
    }

    private static Verdict ask(RedisOnceStore store, OnceCall call) throws Exception {
        return store.ask(call).get(20, TimeUnit.SECONDS);
    }

    private static Claim claim(RedisOnceStore store, OnceCall call) throws Exception {
        var verdict = ask(store, call);
        assertThat(verdict).isInstanceOf(Verdict.Run.class);
        return ((Verdict.Run) verdict).claim();
    }

    private static byte[] reply(String text) {
        return text.getBytes(UTF_8);
    }

    private static String repeated(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Repeat.class);
        return new String(((Verdict.Repeat) verdict).reply(), UTF_8);
    }

    @Test
    void repeatsOnEveryServerWhatOneHasRun() throws Exception {
        var one = store();
        var other = store();

        claim(one, first("user:ada", "a")).keep(reply("done \0\u00e4\r\n"));

        assertThat(repeated(ask(one, resend("user:ada", "a", Duration.ofSeconds(1)))))
                .isEqualTo("done \0\u00e4\r\n");
        assertThat(repeated(ask(other, resend("user:ada", "a", Duration.ofSeconds(1)))))
                .isEqualTo("done \0\u00e4\r\n");
        assertThat(repeated(ask(other, first("user:ada", "a")))).isEqualTo("done \0\u00e4\r\n");
    }

    @Test
    void waitsForTheServerThatRunsIt() throws Exception {
        var claim = claim(store(), first("user:ada", "a"));
        var other = store();

        var waiting = other.ask(resend("user:ada", "a", Duration.ofMillis(10)));
        assertThat(waiting.isDone()).isFalse();
        claim.keep(reply("done"));

        assertThat(repeated(waiting.get(20, TimeUnit.SECONDS))).isEqualTo("done");
    }

    @Test
    void renewsWhatRunsForLongerThanALease() throws Exception {
        var claim = claim(store(), first("user:ada", "a"));
        var waiting = store().ask(resend("user:ada", "a", Duration.ofMillis(10)));

        assertThatThrownBy(() -> waiting.get(3 * LEASE.toMillis(), TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        claim.keep(reply("done"));

        assertThat(repeated(waiting.get(20, TimeUnit.SECONDS))).isEqualTo("done");
    }

    @Test
    void neverRunsAgainWhatWasCutOff() throws Exception {
        var killed = store();
        var other = store();
        claim(killed, first("user:ada", "a"));
        var waiting = other.ask(resend("user:ada", "a", Duration.ofMillis(10)));

        killed.close();

        assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo(new Verdict.Unknown());
        assertThat(ask(other, first("user:ada", "a"))).isEqualTo(new Verdict.Unknown());
        assertThat(ask(killed, first("user:ada", "b"))).isEqualTo(new Verdict.Unavailable());
    }

    @Test
    void keepsTheReplyOfAClaimWhoseLeaseRanOut() throws Exception {
        var one = store(builder -> builder.lease(Duration.ofMinutes(10)));
        var other = store();
        var claim = claim(one, first("user:ada", "a"));
        // As if the server had stood still for the length of its lease, and a little longer.
        redis.cli("ZADD", keyOf("order", "user:ada"), Long.toString(System.currentTimeMillis() - 2000), "a");
        assertThat(ask(other, resend("user:ada", "a", Duration.ZERO))).isEqualTo(new Verdict.Unknown());

        claim.keep(reply("done after all"));

        assertThat(repeated(ask(one, resend("user:ada", "a", Duration.ZERO)))).isEqualTo("done after all");
        assertThat(repeated(ask(other, resend("user:ada", "a", Duration.ZERO)))).isEqualTo("done after all");
    }

    private String keyOf(String kind, String account) {
        var keys = redis.cli("KEYS", prefix + "*" + kind + ":" + account).split("\n");
        assertThat(keys).hasSize(1);
        return keys[0];
    }

    @Test
    void runsAgainWhatWasReleased() throws Exception {
        var one = store();
        var other = store();
        var claim = claim(one, first("user:ada", "a"));
        var waiting = other.ask(resend("user:ada", "a", Duration.ZERO));

        claim.release();
        claim.keep(reply("too late"));

        var again = (Verdict.Run) waiting.get(20, TimeUnit.SECONDS);
        again.claim().keep(reply("second"));
        assertThat(repeated(ask(one, first("user:ada", "a")))).isEqualTo("second");
    }

    @Test
    void releasesWhatNobodyWaitsForAnyMore() throws Exception {
        var one = store();
        var other = store();
        var claim = claim(one, first("user:ada", "a"));
        var dropped = other.ask(resend("user:ada", "a", Duration.ZERO));
        var wanted = other.ask(resend("user:ada", "a", Duration.ZERO));

        dropped.cancel(false);
        claim.release();

        assertThat(wanted.get(20, TimeUnit.SECONDS)).isInstanceOf(Verdict.Run.class);
    }

    @Test
    void knowsOtherCallsByTheSameId() throws Exception {
        var store = store();
        var claim = claim(store, first("user:ada", "a"));
        var otherParams = new OnceCall("user:ada", "a", "tasks.create", 8, 2, Duration.ZERO);
        var otherMethod = new OnceCall("user:ada", "a", "tasks.delete", 7, 1, Duration.ZERO);

        assertThat(ask(store, otherParams)).isEqualTo(new Verdict.Conflict());
        claim.keep(reply("done"));

        assertThat(ask(store, otherParams)).isEqualTo(new Verdict.Conflict());
        assertThat(ask(store, otherMethod)).isEqualTo(new Verdict.Conflict());
    }

    @Test
    void vouchesForWhatItWouldRemember() throws Exception {
        var store = store();
        claim(store, first("user:ada", "earlier")).keep(reply("done"));
        var epoch = keyOf("calls", "user:ada").replaceFirst("calls:.*", "epoch");
        var words = redis.cli("GET", epoch).split(" ");
        redis.cli("SET", epoch, (Long.parseLong(words[0]) - 600_000) + " " + words[1]);

        assertThat(ask(store, resend("user:ada", "a", Duration.ofSeconds(119)))).isInstanceOf(Verdict.Run.class);
        assertThat(ask(store, resend("user:ada", "b", Duration.ofSeconds(121)))).isEqualTo(new Verdict.Unknown());
        assertThat(ask(store, resend("user:ada", "c", Duration.ofMillis(1L << 40))))
                .isEqualTo(new Verdict.Unknown());
    }

    @Test
    void countsWhatARequestWasUnderWayBesideItsAge() throws Exception {
        var store = store(builder -> builder.way(Duration.ofMinutes(1)));
        claim(store, first("user:ada", "earlier")).keep(reply("done"));

        assertThat(ask(store, resend("user:ada", "a", Duration.ZERO))).isEqualTo(new Verdict.Unknown());
    }

    @Test
    void vouchesForNothingOnceItWasFlushed() throws Exception {
        var store = store();
        claim(store, first("user:ada", "a")).keep(reply("done"));
        claim(store, first("user:bob", "b"));

        redis.cli("FLUSHALL");

        assertThat(ask(store, resend("user:ada", "a", Duration.ofSeconds(1)))).isEqualTo(new Verdict.Unknown());
        assertThat(ask(store, resend("user:ada", "never seen", Duration.ofSeconds(1))))
                .isEqualTo(new Verdict.Unknown());
    }

    @Test
    void makesClaimsAnewThatWereFlushed() throws Exception {
        var claim = claim(store(), first("user:ada", "a"));
        redis.cli("FLUSHALL");
        var renewed = CompletableFuture.runAsync(() -> {
            while (redis.cli("KEYS", prefix + "*calls:user:ada").isEmpty()) {
                Thread.onSpinWait();
            }
        });
        renewed.get(20, TimeUnit.SECONDS);

        var waiting = store().ask(resend("user:ada", "a", Duration.ofSeconds(1)));
        claim.keep(reply("done"));

        assertThat(repeated(waiting.get(20, TimeUnit.SECONDS))).isEqualTo("done");
    }

    @Test
    void evictsTheOldestOfOneUserAndVouchesForThatTimeNoMore() throws Exception {
        var store = store(builder -> builder.mostBytesOfOne(20 * 1600));
        var text = "x".repeat(1000);
        claim(store, first("user:quiet", "q")).keep(reply("quiet"));
        var running = claim(store, first("user:flood", "running"));
        for (int i = 0; i < 40; i++) {
            claim(store, first("user:flood", "f" + i)).keep(reply(text));
        }

        assertThat(ask(store, resend("user:flood", "f0", Duration.ofSeconds(1))))
                .isEqualTo(new Verdict.Unknown());
        assertThat(repeated(ask(store, first("user:flood", "f39")))).isEqualTo(text);
        assertThat(Integer.parseInt(redis.cli("HGET", keyOf("calls", "user:flood"), "bytes")))
                .isBetween(15 * 1600, 20 * 1600);
        assertThat(Integer.parseInt(redis.cli("ZCARD", keyOf("order", "user:flood"))))
                .isBetween(15, 21);
        assertThat(repeated(ask(store, first("user:quiet", "q")))).isEqualTo("quiet");
        running.keep(reply("still known"));
        assertThat(repeated(ask(store, first("user:flood", "running")))).isEqualTo("still known");
    }

    @Test
    void givesNobodyAnothersReply() throws Exception {
        var store = store();
        var accounts = List.of(
                "user:a", "user:a:b", "user:", "client:a", "user:a}:calls:user:b", "{user:a}", "user:a\nb", "user:*");
        var ids = List.of("b", "a:b", "bytes", "evicted", "cbytes", "", "c", "*", "b\nx");
        for (var account : accounts) {
            for (var id : ids) {
                claim(store, first(account, id)).keep(reply(account + "|" + id));
            }
        }

        for (var account : accounts) {
            for (var id : ids) {
                assertThat(repeated(ask(store, first(account, id)))).isEqualTo(account + "|" + id);
            }
        }
    }

    @Test
    void forgetsByItself() throws Exception {
        claim(store(), first("user:ada", "a")).keep(reply("done"));

        assertThat(Long.parseLong(redis.cli("PTTL", keyOf("calls", "user:ada"))))
                .isBetween(1L, 121_000L);
        assertThat(Long.parseLong(redis.cli("PTTL", keyOf("order", "user:ada"))))
                .isBetween(1L, 121_000L);
    }
}
