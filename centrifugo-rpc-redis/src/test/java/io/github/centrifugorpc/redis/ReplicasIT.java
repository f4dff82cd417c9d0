package io.github.centrifugorpc.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.redis.Replica.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Three servers over one Redis, one of them in a process that can be killed: no call is run twice, whatever is sent again
 * and to whom (wire W7). A failure names its seed; {@code -Donce.seed=…} repeats the order of requests.
 */
class ReplicasIT {

    private static final Duration LEASE = Duration.ofSeconds(1);
    private static final int USERS = 20;
    private static final int CALLS_OF_ONE = 50;
    private static final int REQUESTS_OF_ONE_CALL = 4;
    private static final int SENDERS = 8;
    private static final String OUTCOME_UNKNOWN = "\"code\":410,";

    private static RedisContainer redis;

    private final long seed = Long.getLong("once.seed", System.nanoTime());
    private final String prefix = "test-" + UUID.randomUUID() + ":";
    private LedgerHandlers ledger;
    private Replica one;
    private Replica other;
    private ReplicaProcess mortal;

    @BeforeAll
    static void startRedis() {
        redis = new RedisContainer();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @BeforeEach
    void startReplicas() throws Exception {
        redis.cli("FLUSHALL");
        ledger = new LedgerHandlers(redis.uri());
        one = replica();
        other = replica();
        mortal = new ReplicaProcess(redis.uri(), prefix, LEASE);
    }

    private Replica replica() {
        return new Replica(
                redis.uri(),
                RedisOnceStore.builder(redis.uri())
                        .prefix(prefix)
                        .lease(LEASE)
                        .way(Duration.ZERO)
                        .connect());
    }

    @AfterEach
    void stopReplicas() {
        mortal.close();
        one.close();
        other.close();
        ledger.close();
    }

    @Test
    void runsEachCallOnceWhoeverIsAsked() throws Exception {
        System.out.println("ReplicasIT: repeat with -Donce.seed=" + seed);
        var answers = sendAll(requests(), false);

        Map<String, String> once = new TreeMap<>();
        Map<String, Set<String>> same = new TreeMap<>();
        for (var request : requests()) {
            once.put(request.call(), "1");
            same.put(request.call(), Set.of(result(request, "run 1 of " + request.call())));
        }
        assertThat(ledger.runs()).as("seed %d", seed).isEqualTo(once);
        assertThat(new TreeMap<>(answers)).as("seed %d", seed).isEqualTo(same);
    }

    @Test
    void runsNothingTwiceWhenAServerIsKilled() throws Exception {
        System.out.println("ReplicasIT: repeat with -Donce.seed=" + seed);
        var answers = sendAll(requests(), true);

        assertThat(ledger.runs().values()).as("seed %d", seed).containsOnly("1");
        for (var request : requests()) {
            var wanted = result(request, "run 1 of " + request.call());
            assertThat(answers.getOrDefault(request.call(), Set.of()))
                    .as("seed %d, %s", seed, request.call())
                    .isNotEmpty()
                    .allMatch(answer -> answer.equals(wanted) || answer.contains(OUTCOME_UNKNOWN));
        }
    }

    @Test
    void answersThatNobodyKnowsWhatAKilledServerHasDone() throws Exception {
        var sent = CompletableFuture.supplyAsync(() -> {
            try {
                return new Request("ada", "a", "ledger.wait", 1).sendTo(mortal.port());
            } catch (IOException | InterruptedException e) {
                return "lost";
            }
        });
        assertThat(ledger.awaitBegun()).isEqualTo("a");

        mortal.kill();

        assertThat(sent.get(20, TimeUnit.SECONDS)).isEqualTo("lost");
        assertThat(new Request("ada", "a", "ledger.wait", 2).sendTo(one.port()))
                .isEqualTo("{\"result\":{\"data\":{\"correlation_id\":\"a\",\"error\":{\"code\":410,\"name\":"
                        + "\"outcome_unknown\",\"message\":\"ledger.wait: whether an earlier attempt was run is not known"
                        + " any more, so this one was not. Look whether it happened before you call again.\"}}}}");
        assertThat(new Request("ada", "a", "ledger.wait", 1).sendTo(other.port()))
                .contains(OUTCOME_UNKNOWN);
        assertThat(ledger.runs()).isEqualTo(Map.of("ada/a", "1"));
    }

    @Test
    void aServerThatStopsRenewsUntilItsCallsHaveEnded() throws Exception {
        var sent = sendLater(new Request("ada", "a", "ledger.wait", 1), one.port());
        assertThat(ledger.awaitBegun()).isEqualTo("a");
        var closing = CompletableFuture.runAsync(one::close);
        var again = sendLater(new Request("ada", "a", "ledger.wait", 2), other.port());

        assertThat(CompletableFuture.anyOf(closing, sent, again)
                        .completeOnTimeout("none has ended", 3 * LEASE.toMillis(), TimeUnit.MILLISECONDS)
                        .get(20, TimeUnit.SECONDS))
                .isEqualTo("none has ended");
        ledger.open("a");

        var wanted = result(new Request("ada", "a", "ledger.wait", 1), "waited for ada/a");
        assertThat(sent.get(20, TimeUnit.SECONDS)).isEqualTo(wanted);
        assertThat(again.get(20, TimeUnit.SECONDS)).isEqualTo(wanted);
        closing.get(20, TimeUnit.SECONDS);
        assertThat(ledger.runs()).isEqualTo(Map.of("ada/a", "1"));
    }

    private static CompletableFuture<String> sendLater(Request request, int port) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return request.sendTo(port);
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static String result(Request request, String text) {
        return "{\"result\":{\"data\":{\"correlation_id\":\"" + request.id() + "\",\"result\":\"" + text + "\"}}}";
    }

    /** All requests in an order that follows from the seed; the first attempt is often not the first to come. */
    private List<Request> requests() {
        var random = new Random(seed);
        var requests = new ArrayList<Request>();
        for (int user = 0; user < USERS; user++) {
            for (int call = 0; call < CALLS_OF_ONE; call++) {
                int steps = random.nextInt(10);
                for (int number = 1; number <= REQUESTS_OF_ONE_CALL; number++) {
                    requests.add(new Request("u" + user, "c" + call, "ledger.add", number, steps));
                }
            }
        }
        Collections.shuffle(requests, random);
        // Neighbours race the most.
        for (int i = 0; i + 1 < requests.size(); i += 3) {
            var earlier = requests.get(i);
            requests.add(
                    i + 1,
                    new Request(
                            earlier.user(), earlier.id(), earlier.method(), REQUESTS_OF_ONE_CALL + 1, earlier.steps()));
        }
        return requests;
    }

    /** Sends each to a server of its own choice; what a killed server swallowed is sent again to another one. */
    private ConcurrentMap<String, Set<String>> sendAll(List<Request> requests, boolean killsOne) throws Exception {
        ConcurrentMap<String, Set<String>> answers = new ConcurrentHashMap<>();
        var ports = List.of(one.port(), other.port(), mortal.port());
        var sent = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(SENDERS);
        try {
            var senders = new ArrayList<Callable<Void>>();
            for (int i = 0; i < SENDERS; i++) {
                int first = i;
                senders.add(() -> {
                    for (int next = first; next < requests.size(); next += SENDERS) {
                        if (sent.incrementAndGet() == requests.size() / 2 && killsOne) {
                            mortal.kill();
                        }
                        send(requests.get(next), ports.get((next + next / SENDERS) % ports.size()), answers);
                    }
                    return null;
                });
            }
            for (var sender : threads.invokeAll(senders)) {
                sender.get(1, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        return answers;
    }

    private void send(Request request, int port, Map<String, Set<String>> answers)
            throws IOException, InterruptedException {
        String answer;
        try {
            answer = request.sendTo(port);
        } catch (IOException e) {
            answer = new Request(request.user(), request.id(), request.method(), request.attempt() + 1, request.steps())
                    .sendTo(one.port());
        }
        answers.computeIfAbsent(request.call(), unseen -> ConcurrentHashMap.newKeySet())
                .add(answer);
    }
}
