package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One user at full speed takes nothing from the others (wire W13). What counts are answers and runs, not times. */
@Timeout(120)
class FairnessTest {

    private static final List<String> OTHERS = List.of("ada", "bob", "cy");
    private static final int CALLS_OF_EACH = 20;
    private static final int PLACES_OF_ONE = 256;

    /** Within Centrifugo's limit of a frame; so many of them are more than one user's share of kept replies. */
    private static final String LARGE = "x".repeat(60_000);

    private static final int LARGE_CALLS = 200;

    @TempDir
    private Path folder;

    private final CallHandlers handlers = new CallHandlers();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private TestServer server;

    @BeforeEach
    void start() {
        server = CallHandlers.serve(handlers, folder, builder -> builder);
    }

    @AfterEach
    void stop() {
        handlers.gate.countDown();
        threads.shutdownNow();
        server.close();
    }

    @Test
    void othersAreAnsweredWhileOneUserHasAllItsPlacesTaken() throws Exception {
        takeAllPlaces();
        var refused = flood(() -> run("eve", "more", "x", 1), 50);

        assertAllAnswered(1, "run 1 of x");

        assertThat(all(refused)).allSatisfy(reply -> assertThat(reply).contains("\"code\":429"));
        assertThat(handlers.runs.keySet())
                .filteredOn(key -> key.startsWith("eve/w"))
                .hasSizeLessThanOrEqualTo(PLACES_OF_ONE);
        assertThat(handlers.runs).doesNotContainKey("eve/more");
    }

    @Test
    void othersKeepTheirRepliesWhileOneUserFillsTheStore() throws Exception {
        assertAllAnswered(1, "run 1 of x");

        run("eve", "large-0", LARGE, 1);
        var kept = new ArrayList<Future<String>>();
        for (int i = 1; i < LARGE_CALLS; i++) {
            var id = "large-" + i;
            kept.add(threads.submit(() -> run("eve", id, LARGE, 1)));
        }
        all(kept);
        var resent = flood(() -> run("eve", "large-" + (LARGE_CALLS - 1), LARGE, 2), 50);

        assertAllAnswered(2, "run 1 of x");
        all(resent);
        assertThat(run("eve", "large-0", LARGE, 2))
                .as("evicted by its own user")
                .contains("\"code\":410");
        OTHERS.forEach(user -> ids().forEach(id -> assertThat(handlers.runs).containsEntry(user + "/" + id, 1)));
    }

    @Test
    void slowHandlersLeaveThreadsToFastOnes() throws Exception {
        takeAllPlaces();

        assertAllAnswered(1, "run 1 of x");

        handlers.gate.countDown();
        for (int i = 0; i < PLACES_OF_ONE; i++) {
            assertThat(server.centrifugo
                            .nextPublished()
                            .path("data")
                            .path("result")
                            .asText())
                    .startsWith("left ");
        }
    }

    private void takeAllPlaces() {
        for (int i = 0; i < PLACES_OF_ONE; i++) {
            server.publish("eve", "{\"correlation_id\":\"w-" + i + "\",\"method\":\"calls.wait\"}");
        }
    }

    private void assertAllAnswered(int attempt, String result) throws Exception {
        var replies = new ArrayList<Future<String>>();
        for (var user : OTHERS) {
            ids().forEach(id -> replies.add(threads.submit(() -> run(user, id, "x", attempt))));
        }
        assertThat(all(replies))
                .hasSize(OTHERS.size() * CALLS_OF_EACH)
                .allSatisfy(reply -> assertThat(reply).contains("\"result\":\"" + result + "\""));
    }

    private static List<String> ids() {
        return IntStream.range(0, CALLS_OF_EACH).mapToObj(i -> "id-" + i).toList();
    }

    private List<Future<String>> flood(Callable<String> request, int times) {
        return IntStream.range(0, times).mapToObj(i -> threads.submit(request)).toList();
    }

    private static List<String> all(List<Future<String>> replies) throws Exception {
        var all = new ArrayList<String>();
        for (var reply : replies) {
            all.add(reply.get(60, TimeUnit.SECONDS));
        }
        return all;
    }

    private String run(String user, String id, String what, int attempt) {
        return server.rpc(
                        user,
                        "calls.run",
                        "{\"$rpc\":1,\"correlation_id\":\"" + id + "\",\"attempt\":" + attempt
                                + ",\"params\":{\"what\":\"" + what + "\"}}")
                .toString();
    }
}
