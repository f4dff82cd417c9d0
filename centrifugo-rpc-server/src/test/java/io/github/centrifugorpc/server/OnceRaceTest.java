package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of requests for hundreds of calls at once, in any order and on both transports: each call is run once, each
 * request is answered, and all answers to one call are the same (wire W7). A failure names its seed;
 * {@code -Donce.seed=…} repeats the order of requests.
 */
class OnceRaceTest {

    private static final int USERS = 10;
    private static final int CALLS_OF_ONE = 40;
    private static final int REQUESTS_OF_ONE_CALL = 10;
    private static final int SENDERS = 8;

    private final long seed = Long.getLong("once.seed", System.nanoTime());
    private final CallHandlers handlers = new CallHandlers();

    @TempDir
    private Path folder;

    private record Request(String user, String id, int number, boolean isPublished) {

        String call() {
            return user + "/" + id;
        }

        String envelope() {
            return "\"correlation_id\":\"" + id + "\",\"method\":\"calls.run\",\"params\":{\"what\":\"" + call()
                    + "\"},\"attempt\":" + (number + 1) + ",\"age_ms\":" + number + "}";
        }
    }

    @Test
    void runsEachCallOnce() throws Exception {
        System.out.println("OnceRaceTest: repeat with -Donce.seed=" + seed);
        var requests = requests();
        Map<String, Set<String>> answers = new ConcurrentHashMap<>();
        try (var server = CallHandlers.serve(handlers, folder, RpcServer.Builder::soleReplica)) {
            send(server, requests, answers);
            for (var request : requests) {
                if (request.isPublished()) {
                    var publication = server.centrifugo.nextPublished();
                    var user = publication.path("channel").asText().substring("user#".length());
                    var data = publication.path("data");
                    answersOf(answers, user + "/" + data.path("correlation_id").asText())
                            .add(data.toString());
                }
            }
            assertThat(server.centrifugo.published).as("one answer to each").isEmpty();
        }

        Map<String, Integer> once = new HashMap<>();
        Map<String, Set<String>> same = new HashMap<>();
        for (var request : requests) {
            once.put(request.call(), 1);
            same.put(
                    request.call(),
                    Set.of("{\"correlation_id\":\"" + request.id() + "\",\"result\":\"run 1 of " + request.call()
                            + "\"}"));
        }
        assertThat(handlers.runs).as("seed %d", seed).isEqualTo(once);
        assertThat(answers).as("seed %d", seed).isEqualTo(same);
    }

    /** All requests in an order that follows from the seed; the first attempt is often not the first to come. */
    private List<Request> requests() {
        var random = new Random(seed);
        var requests = new ArrayList<Request>();
        for (int user = 0; user < USERS; user++) {
            for (int call = 0; call < CALLS_OF_ONE; call++) {
                for (int number = 0; number < REQUESTS_OF_ONE_CALL; number++) {
                    requests.add(new Request("u" + user, "c" + call, number, random.nextBoolean()));
                }
            }
        }
        Collections.shuffle(requests, random);
        // Neighbours race the most.
        for (int i = 0; i + 1 < requests.size(); i += 3) {
            var other = requests.get(i);
            requests.add(i + 1, new Request(other.user(), other.id(), REQUESTS_OF_ONE_CALL, random.nextBoolean()));
        }
        return requests;
    }

    private static void send(TestServer server, List<Request> requests, Map<String, Set<String>> answers)
            throws Exception {
        var threads = Executors.newFixedThreadPool(SENDERS);
        try {
            var senders = new ArrayList<Callable<Void>>();
            for (int i = 0; i < SENDERS; i++) {
                int first = i;
                senders.add(() -> {
                    for (int next = first; next < requests.size(); next += SENDERS) {
                        send(server, requests.get(next), answers);
                    }
                    return null;
                });
            }
            for (var sent : threads.invokeAll(senders)) {
                sent.get(1, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void send(TestServer server, Request request, Map<String, Set<String>> answers) {
        var ofCall = answersOf(answers, request.call());
        while (true) {
            var answer = request.isPublished()
                    ? server.publish(request.user(), "{" + request.envelope())
                    : server.rpc(request.user(), "calls.run", "{\"$rpc\":1," + request.envelope());
            if (answer.path("error").path("code").asInt() == 429) {
                // More wait than one user may have; as a client would, this one tries again.
                Thread.onSpinWait();
                continue;
            }
            if (!request.isPublished()) {
                ofCall.add(answer.toString());
            }
            return;
        }
    }

    private static Set<String> answersOf(Map<String, Set<String>> answers, String call) {
        return answers.computeIfAbsent(call, unseen -> Collections.synchronizedSet(new HashSet<>()));
    }
}
