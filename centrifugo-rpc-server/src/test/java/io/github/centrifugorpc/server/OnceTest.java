package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However often a call is sent, it is run once (wire W7). */
class OnceTest {

    private static final String ACCEPTED = "{\"result\":{\"data\":{},\"skip_history\":true}}";

    @TempDir
    private Path folder;

    private final CallHandlers handlers = new CallHandlers();
    private TestServer server;

    @BeforeEach
    void start() {
        server = CallHandlers.serve(handlers, folder, builder -> builder);
    }

    @AfterEach
    void stop() {
        handlers.gate.countDown();
        server.close();
    }

    @Test
    void repeatsTheReplyThatItKept() throws Exception {
        var first = run("42", "calls.run", "a", 1, "x");
        var second = run("42", "calls.run", "a", 2, "x");
        var third = run("42", "calls.run", "a", 1, "x");
        server.publish(
                "42", "{\"correlation_id\":\"a\",\"method\":\"calls.run\",\"params\":{\"what\":\"x\"},\"attempt\":4}");

        assertThat(first).hasToString("{\"correlation_id\":\"a\",\"result\":\"run 1 of x\"}");
        assertThat(second).isEqualTo(first);
        assertThat(third).isEqualTo(first);
        assertThat(server.centrifugo.nextPublished().path("data")).isEqualTo(first);
        assertThat(handlers.runs).containsExactlyEntriesOf(Map.of("42/a", 1));
    }

    @Test
    void joinsARunningCallFromTheOtherTransport() throws Exception {
        server.publish("42", "{\"correlation_id\":\"a\",\"method\":\"calls.wait\",\"timeout_ms\":20000}");
        assertThat(handlers.seen.poll(20, TimeUnit.SECONDS)).isEqualTo("waiting");

        var resend = CompletableFuture.supplyAsync(() -> server.rpc(
                "42",
                "calls.wait",
                "{\"$rpc\":1,\"correlation_id\":\"a\",\"timeout_ms\":20000,\"attempt\":2,\"age_ms\":50}"));
        awaitInFlight(2);
        assertThat(resend).isNotDone();
        handlers.gate.countDown();

        assertThat(server.centrifugo.nextPublished())
                .hasToString("{\"channel\":\"user#42\",\"data\":{\"correlation_id\":\"a\",\"result\":\"left much\"}}");
        assertThat(resend.get(20, TimeUnit.SECONDS)).hasToString("{\"correlation_id\":\"a\",\"result\":\"left much\"}");
        assertThat(handlers.runs).containsExactlyEntriesOf(Map.of("42/a", 1));
        awaitInFlight(0);
    }

    @Test
    void letsEachRequestWaitAsLongAsItsCallerDoes() throws Exception {
        server.publish("42", "{\"correlation_id\":\"a\",\"method\":\"calls.wait\",\"timeout_ms\":3000}");
        assertThat(handlers.seen.poll(20, TimeUnit.SECONDS)).isEqualTo("waiting");
        var patient = CompletableFuture.supplyAsync(() -> server.rpc(
                "42", "calls.wait", "{\"$rpc\":1,\"correlation_id\":\"a\",\"timeout_ms\":20000,\"attempt\":2}"));
        awaitInFlight(2);
        var impatient =
                server.rpc("42", "calls.wait", "{\"$rpc\":1,\"correlation_id\":\"a\",\"timeout_ms\":40,\"attempt\":3}");
        var late =
                server.rpc("42", "calls.wait", "{\"$rpc\":1,\"correlation_id\":\"a\",\"timeout_ms\":0,\"attempt\":4}");

        assertThat(impatient).hasToString(deadlineExceeded("40 ms"));
        assertThat(late).hasToString(deadlineExceeded("0 ms"));
        assertThat(server.centrifugo.nextPublished().path("data")).hasToString(deadlineExceeded("3 s"));
        assertThat(handlers.seen).as("somebody waits still").isEmpty();
        handlers.gate.countDown();
        assertThat(patient.get(20, TimeUnit.SECONDS))
                .hasToString("{\"correlation_id\":\"a\",\"result\":\"left much\"}");
    }

    private static String deadlineExceeded(String limit) {
        return "{\"correlation_id\":\"a\",\"error\":{\"code\":408,\"name\":\"deadline_exceeded\",\"message\":"
                + "\"calls.wait: the time limit of " + limit
                + " passed while the handler ran.\",\"details\":{\"started\":true}}}";
    }

    @Test
    void interruptsWhenTheLastOfThemIsLost() throws Exception {
        var first = CompletableFuture.supplyAsync(
                () -> server.rpc("42", "calls.wait", "{\"$rpc\":1,\"correlation_id\":\"a\",\"timeout_ms\":500}"));
        assertThat(handlers.seen.poll(20, TimeUnit.SECONDS)).isEqualTo("waiting");
        var second = server.rpc(
                "42", "calls.wait", "{\"$rpc\":1,\"correlation_id\":\"a\",\"timeout_ms\":600,\"attempt\":2}");

        assertThat(handlers.seen.poll(20, TimeUnit.SECONDS)).isEqualTo("interrupted, cancelled=true");
        assertThat(first.get(20, TimeUnit.SECONDS)).hasToString(deadlineExceeded("500 ms"));
        assertThat(second.path("error").path("code").asInt()).isEqualTo(408);
        awaitInFlight(0);
    }

    @ParameterizedTest
    @CsvSource({"calls.run, y", "calls.other, x", "calls.again, x"})
    void refusesAnotherCallByTheSameId(String method, String what) {
        run("42", "calls.run", "a", 1, "x");

        var other = run("42", method, "a", 2, what);

        if (method.equals("calls.again")) {
            assertThat(other)
                    .as("it asks no store")
                    .hasToString("{\"correlation_id\":\"a\",\"result\":\"run 2 of x\"}");
        } else {
            assertThat(other)
                    .hasToString(
                            "{\"correlation_id\":\"a\",\"error\":{\"code\":409,\"name\":\"conflict\",\"message\":\""
                                    + method
                                    + ": this correlation id was used for another call, of another method or with"
                                    + " other params. Nothing was run; every call needs an id of its own.\"}}");
            assertThat(handlers.runs).containsExactlyEntriesOf(Map.of("42/a", 1));
        }
        assertThat(run("42", "calls.run", "a", 2, "x"))
                .as("the first is still known")
                .hasToString("{\"correlation_id\":\"a\",\"result\":\"run 1 of x\"}");
    }

    @Test
    void refusesAnotherCallByTheIdOfARunningOne() throws Exception {
        server.publish("42", "{\"correlation_id\":\"a\",\"method\":\"calls.wait\"}");
        assertThat(handlers.seen.poll(20, TimeUnit.SECONDS)).isEqualTo("waiting");

        assertThat(run("42", "calls.run", "a", 1, "x")
                        .path("error")
                        .path("code")
                        .asInt())
                .isEqualTo(409);
        assertThat(server.rpc("42", "calls.wait", "{\"$rpc\":1,\"correlation_id\":\"a\",\"params\":{}}")
                        .path("error")
                        .path("code")
                        .asInt())
                .as("left out and empty are not the same bytes")
                .isEqualTo(409);
    }

    @Test
    void knowsTheParamsWhereverTheyStand() {
        run("42", "calls.run", "a", 1, "x");

        var reordered = server.rpc(
                "42", "calls.run", "{\"params\":{\"what\":\"x\"},\"correlation_id\":\"a\",\"attempt\":2,\"$rpc\":1}");
        var dataFirst = server.proxy(
                "rpc",
                "{\"data\":{\"params\":{\"what\":\"x\"},\"$rpc\":1,\"correlation_id\":\"a\"},\"user\":\"42\","
                        + "\"method\":\"calls.run\"}");

        assertThat(reordered).hasToString("{\"correlation_id\":\"a\",\"result\":\"run 1 of x\"}");
        assertThat(dataFirst)
                .hasToString("{\"result\":{\"data\":{\"correlation_id\":\"a\",\"result\":\"run 1 of x\"}}}");
    }

    @Test
    void runsNoResendOfWhichItKnowsNothing() {
        var unknown = run("42", "calls.run", "a", 2, "x");
        var idempotent = run("42", "calls.again", "b", 2, "x");
        var first = run("42", "calls.run", "c", 1, "x");

        assertThat(unknown)
                .hasToString("{\"correlation_id\":\"a\",\"error\":{\"code\":410,\"name\":\"outcome_unknown\","
                        + "\"message\":\"calls.run: whether an earlier attempt was run is not known any more, so this"
                        + " one was not. Look whether it happened before you call again.\"}}");
        assertThat(idempotent).hasToString("{\"correlation_id\":\"b\",\"result\":\"run 1 of x\"}");
        assertThat(first).hasToString("{\"correlation_id\":\"c\",\"result\":\"run 1 of x\"}");
        assertThat(handlers.runs).containsOnlyKeys("42/b", "42/c");
    }

    @Test
    void saysSoOnTheReplyChannelToo() throws Exception {
        assertThat(
                        server.publish(
                                "42",
                                "{\"correlation_id\":\"a\",\"method\":\"calls.run\",\"params\":{\"what\":\"x\"},\"attempt\":2}"))
                .hasToString(ACCEPTED);

        assertThat(server.centrifugo
                        .nextPublished()
                        .path("data")
                        .path("error")
                        .path("code")
                        .asInt())
                .isEqualTo(410);
        assertThat(handlers.runs).isEmpty();
    }

    @Test
    void vouchesWhereItIsTheOnlyServer(@TempDir Path other) {
        try (var sole = CallHandlers.serve(handlers, other, RpcServer.Builder::soleReplica)) {
            var young = sole.rpc("42", "calls.run", resend("a", 2, 0));
            var older = sole.rpc("42", "calls.run", resend("b", 2, 119_000));

            assertThat(young).hasToString("{\"correlation_id\":\"a\",\"result\":\"run 1 of x\"}");
            assertThat(older.path("error").path("code").asInt())
                    .as("the server is younger than the call")
                    .isEqualTo(410);
            assertThat(handlers.runs).containsOnlyKeys("42/a");
        }
    }

    @Test
    void keepsUsersApart() {
        assertThat(run("42", "calls.run", "a", 1, "x"))
                .hasToString("{\"correlation_id\":\"a\",\"result\":\"run 1 of x\"}");
        assertThat(run("43", "calls.run", "a", 1, "y"))
                .hasToString("{\"correlation_id\":\"a\",\"result\":\"run 1 of y\"}");
        assertThat(run("43", "calls.run", "a", 2, "x")
                        .path("error")
                        .path("code")
                        .asInt())
                .isEqualTo(409);
    }

    @Test
    void keepsErrors() {
        var declared = "{\"correlation_id\":\"a\",\"error\":{\"code\":1404,\"name\":\"task_not_found\","
                + "\"message\":\"There is no task 1.\"}}";
        for (int attempt = 1; attempt < 4; attempt++) {
            assertThat(server.rpc(
                            "42", "calls.fail", "{\"$rpc\":1,\"correlation_id\":\"a\",\"attempt\":" + attempt + "}"))
                    .hasToString(declared);
        }
        for (int attempt = 1; attempt < 3; attempt++) {
            assertThat(server.rpc(
                                    "42",
                                    "calls.run",
                                    "{\"$rpc\":1,\"correlation_id\":\"b\",\"params\":{},\"attempt\":" + attempt + "}")
                            .path("error")
                            .path("code")
                            .asInt())
                    .isEqualTo(422);
        }
        for (int attempt = 1; attempt < 3; attempt++) {
            assertThat(server.rpc(
                            "42",
                            "calls.wait",
                            "{\"$rpc\":1,\"correlation_id\":\"c\",\"timeout_ms\":" + (attempt == 1 ? 0 : 9000)
                                    + ",\"attempt\":" + attempt + "}"))
                    .hasToString("{\"correlation_id\":\"c\",\"error\":{\"code\":408,\"name\":\"deadline_exceeded\","
                            + "\"message\":\"calls.wait: the time limit of 0 ms passed before the handler began; it was"
                            + " not run.\",\"details\":{\"started\":false}}}");
        }
        assertThat(handlers.runs).containsExactlyEntriesOf(Map.of("42/a", 1));
    }

    @Test
    void keepsNoRefusalForWantOfAPlace() throws Exception {
        for (int i = 0; i < 256; i++) {
            server.publish("42", "{\"correlation_id\":\"w-" + i + "\",\"method\":\"calls.wait\"}");
        }
        assertThat(run("42", "calls.run", "a", 1, "x"))
                .hasToString("{\"correlation_id\":\"a\",\"error\":{\"code\":429,\"name\":\"overloaded\",\"message\":"
                        + "\"This user has 256 calls in flight, the limit for one user. Wait for some of them.\"}}");
        handlers.gate.countDown();
        awaitInFlight(0);

        assertThat(run("42", "calls.run", "a", 1, "x"))
                .hasToString("{\"correlation_id\":\"a\",\"result\":\"run 1 of x\"}");
    }

    @Test
    void countsEveryRequestThatWaits() {
        for (int attempt = 1; attempt <= 256; attempt++) {
            assertThat(server.publish(
                            "42", "{\"correlation_id\":\"a\",\"method\":\"calls.wait\",\"attempt\":" + attempt + "}"))
                    .hasToString(ACCEPTED);
        }

        assertThat(server.publish("42", "{\"correlation_id\":\"a\",\"method\":\"calls.wait\",\"attempt\":257}"))
                .hasToString("{\"error\":{\"code\":429,\"message\":\"This user has 256 calls in flight, the limit for"
                        + " one user. Wait for some of them.\",\"temporary\":true}}");
    }

    @Test
    void runsWhatNobodyWaitsForOnceToo() throws Exception {
        for (int attempt = 1; attempt < 4; attempt++) {
            var fire = "\"correlation_id\":\"a\",\"method\":\"calls.fire\",\"attempt\":" + attempt + "}";
            assertThat(server.publish("42", "{" + fire)).hasToString(ACCEPTED);
            assertThat(server.centrifugo.nextPublished().path("data"))
                    .hasToString("{\"correlation_id\":\"a\",\"result\":null}");
            assertThat(server.rpc("42", "calls.fire", "{\"$rpc\":1," + fire))
                    .hasToString("{\"correlation_id\":\"a\",\"result\":null}");
            assertThat(server.publish("42", "{\"no_reply\":true," + fire)).hasToString(ACCEPTED);
        }

        awaitInFlight(0);
        assertThat(handlers.runs).containsExactlyEntriesOf(Map.of("42/a", 1));
        assertThat(server.centrifugo.published).isEmpty();
    }

    @Test
    void joinsButNeverKeepsWhatMayRunAgain() throws Exception {
        server.publish("42", "{\"correlation_id\":\"a\",\"method\":\"calls.wait_again\"}");
        server.publish("42", "{\"correlation_id\":\"a\",\"method\":\"calls.wait_again\",\"attempt\":2}");
        handlers.gate.countDown();
        server.centrifugo.nextPublished();
        server.centrifugo.nextPublished();
        server.publish("42", "{\"correlation_id\":\"a\",\"method\":\"calls.wait_again\",\"attempt\":3}");
        server.centrifugo.nextPublished();

        assertThat(handlers.runs).containsExactlyEntriesOf(Map.of("42/a", 2));
    }

    @Test
    void leavesRawCallsAlone() {
        server.rpc("42", "calls.run", "{\"what\":\"x\"}");
        server.rpc("42", "calls.run", "{\"what\":\"x\"}");

        assertThat(handlers.runs).hasSize(2);
    }

    private JsonNode run(String user, String method, String correlationId, int attempt, String what) {
        return server.rpc(
                user,
                method,
                "{\"$rpc\":1,\"correlation_id\":\"" + correlationId + "\",\"params\":{\"what\":\"" + what
                        + "\"},\"attempt\":" + attempt + ",\"age_ms\":" + 10 * (attempt - 1) + "}");
    }

    private static String resend(String correlationId, int attempt, long ageMs) {
        return "{\"$rpc\":1,\"correlation_id\":\"" + correlationId + "\",\"params\":{\"what\":\"x\"},\"attempt\":"
                + attempt + ",\"age_ms\":" + ageMs + "}";
    }

    private void awaitInFlight(int calls) {
        long endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() - endNanos < 0) {
            var health = server.send(server.request("/health")
                    .header("X-API-Key", TestServer.WRAPPER_KEY)
                    .GET());
            if (server.tree(health.body()).path("calls_in_flight").asInt(-1) == calls) {
                return;
            }
        }
        throw new AssertionError("not " + calls + " calls in flight within 20 s");
    }
}
