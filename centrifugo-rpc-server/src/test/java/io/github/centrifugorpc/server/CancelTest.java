package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers cancel their own calls, and nobody else's (wire W6). */
class CancelTest {

    private static final String ACCEPTED = "{\"result\":{\"data\":{},\"skip_history\":true}}";
    private static final String CANCELLED = "{\"correlation_id\":\"a\",\"error\":{\"code\":499,\"name\":\"cancelled\","
            + "\"message\":\"calls.wait: cancelled by the caller.\"}}";

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
    void byAMessageOnTheRequestChannel() throws Exception {
        server.publish("42", "{\"correlation_id\":\"a\",\"method\":\"calls.wait\"}");
        assertThat(nextSeen()).isEqualTo("waiting");

        assertThat(server.publish("42", "{\"correlation_id\":\"a\",\"cancel\":true}"))
                .hasToString(ACCEPTED);

        assertThat(server.centrifugo.nextPublished())
                .hasToString("{\"channel\":\"user#42\",\"data\":" + CANCELLED + "}");
        assertThat(nextSeen()).isEqualTo("interrupted, cancelled=true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"correlation_id":"a"}                                                      | null
                    {"x":[{"correlation_id":"b"}],"correlation_id":"a"}                         | null
                    {"$rpc":1,"correlation_id":"b","params":{"correlation_id":"a"}}             | {"correlation_id":"b","result":null}
                    {"params":{"correlation_id":"a"},"correlation_id":"b","$rpc":1}             | {"correlation_id":"b","result":null}
                    """)
    void byTheReservedMethod(String data, String answer) throws Exception {
        var reply = CompletableFuture.supplyAsync(
                () -> server.rpc("42", "calls.wait", "{\"$rpc\":1,\"correlation_id\":\"a\"}"));
        assertThat(nextSeen()).isEqualTo("waiting");

        assertThat(server.rpc("42", "system.cancel", data)).hasToString(answer);

        assertThat(reply.get(20, TimeUnit.SECONDS)).hasToString(CANCELLED);
        assertThat(nextSeen()).isEqualTo("interrupted, cancelled=true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    null                              | $.correlation_id is required
                    {}                                | $.correlation_id is required
                    {"correlation_id":null}           | $.correlation_id must be a string of 1 to 64 of [A-Za-z0-9_-]
                    {"correlation_id":7}              | $.correlation_id must be a string of 1 to 64 of [A-Za-z0-9_-]
                    {"correlation_id":"a b"}          | $.correlation_id must be a string of 1 to 64 of [A-Za-z0-9_-]
                    {"correlation_id":"a","correlation_id":"b"} | $.correlation_id is given twice
                    []                                | $ must be an object
                    "a"                               | $ must be an object
                    """)
    void saysWhatIsWrongWithItsParams(String params, String violation) {
        assertThat(server.rpc("42", "system.cancel", params))
                .hasToString("{\"error\":{\"code\":422,\"message\":\"system.cancel: the params do not fit: " + violation
                        + ".\"}}");
    }

    @Test
    void ignoresIdsThatAreNotAtWork() {
        assertThat(server.publish("42", "{\"correlation_id\":\"a\",\"cancel\":true}"))
                .hasToString(ACCEPTED);
        assertThat(server.rpc("42", "system.cancel", "{\"correlation_id\":\"a\"}")
                        .isNull())
                .isTrue();
        assertThat(server.rpc("42", "calls.run", call("a", "x")))
                .hasToString("{\"correlation_id\":\"a\",\"result\":\"run 1 of x\"}");

        server.publish("42", "{\"correlation_id\":\"a\",\"cancel\":true}");

        assertThat(server.rpc("42", "calls.run", call("a", "x")))
                .hasToString("{\"correlation_id\":\"a\",\"result\":\"run 1 of x\"}");
    }

    @Test
    void ignoresOtherUsers() throws Exception {
        server.publish("42", "{\"correlation_id\":\"a\",\"method\":\"calls.wait\"}");
        assertThat(nextSeen()).isEqualTo("waiting");

        server.publish("43", "{\"correlation_id\":\"a\",\"cancel\":true}");
        server.rpc("43", "system.cancel", "{\"correlation_id\":\"a\"}");
        server.rpc("", "system.cancel", "{\"correlation_id\":\"a\"}");
        handlers.gate.countDown();

        assertThat(server.centrifugo.nextPublished().path("data"))
                .hasToString("{\"correlation_id\":\"a\",\"result\":\"left much\"}");
    }

    @Test
    void goesByTheConnectionWhereThereIsNoUser() throws Exception {
        var reply = CompletableFuture.supplyAsync(() -> anonymous("c1", "calls.public", "a"));
        assertThat(nextSeen()).isEqualTo("waiting");

        assertThat(anonymous("c2", "system.cancel", "b")).hasToString("{\"correlation_id\":\"b\",\"result\":null}");
        assertThat(handlers.seen).isEmpty();
        assertThat(reply).isNotDone();
        anonymous("c1", "system.cancel", "b");

        assertThat(reply.get(20, TimeUnit.SECONDS).path("error").path("code").asInt())
                .isEqualTo(499);
    }

    @Test
    void cancelsTheStageThatAHandlerReturned() throws Exception {
        server.publish("42", "{\"correlation_id\":\"a\",\"method\":\"calls.stage\"}");
        assertThat(nextSeen()).isEqualTo("waiting");

        server.publish("42", "{\"correlation_id\":\"a\",\"cancel\":true}");

        assertThat(server.centrifugo
                        .nextPublished()
                        .path("data")
                        .path("error")
                        .path("code")
                        .asInt())
                .isEqualTo(499);
        assertThat(handlers.stage.handle((value, thrown) -> thrown).get(20, TimeUnit.SECONDS))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void neverInterruptsAHandlerOnTheEventLoop() throws Exception {
        var reply = CompletableFuture.supplyAsync(
                () -> server.rpc("42", "calls.spin", "{\"$rpc\":1,\"correlation_id\":\"a\"}"));
        assertThat(nextSeen()).isEqualTo("waiting");

        server.rpc("42", "system.cancel", "{\"correlation_id\":\"a\"}");

        assertThat(nextSeen()).isEqualTo("cancelled=true, interrupted=false");
        assertThat(reply.get(20, TimeUnit.SECONDS).path("error").path("code").asInt())
                .isEqualTo(499);
    }

    @Test
    void endsEveryRequestThatWaits() throws Exception {
        server.publish("42", "{\"correlation_id\":\"a\",\"method\":\"calls.wait\"}");
        server.publish("42", "{\"correlation_id\":\"a\",\"method\":\"calls.wait\",\"attempt\":2}");
        assertThat(nextSeen()).isEqualTo("waiting");

        server.publish("42", "{\"correlation_id\":\"a\",\"cancel\":true}");

        assertThat(server.centrifugo.nextPublished().path("data")).hasToString(CANCELLED);
        assertThat(server.centrifugo.nextPublished().path("data")).hasToString(CANCELLED);
        assertThat(server.rpc("42", "calls.wait", "{\"$rpc\":1,\"correlation_id\":\"a\",\"attempt\":3}"))
                .as("what was cancelled stays so")
                .hasToString(CANCELLED);
        assertThat(handlers.runs).containsExactlyEntriesOf(Map.of("42/a", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish", "rpc"})
    void takesNoPlace(String event) throws Exception {
        for (int i = 0; i < 256; i++) {
            server.publish("42", "{\"correlation_id\":\"a-" + i + "\",\"method\":\"calls.wait\"}");
        }

        if (event.equals("publish")) {
            server.publish("42", "{\"correlation_id\":\"a-7\",\"cancel\":true}");
        } else {
            server.rpc("42", "system.cancel", "{\"correlation_id\":\"a-7\"}");
        }

        assertThat(server.centrifugo
                        .nextPublished()
                        .path("data")
                        .path("correlation_id")
                        .asText())
                .isEqualTo("a-7");
    }

    private String nextSeen() throws InterruptedException {
        return String.valueOf(handlers.seen.poll(20, TimeUnit.SECONDS));
    }

    private static String call(String correlationId, String what) {
        return "{\"$rpc\":1,\"correlation_id\":\"" + correlationId + "\",\"params\":{\"what\":\"" + what + "\"}}";
    }

    /** From a connection without a user; what is cancelled is always {@code a}. */
    private JsonNode anonymous(String client, String method, String correlationId) {
        return server.proxy(
                        "rpc",
                        "{\"client\":\"" + client + "\",\"user\":\"\",\"method\":\"" + method
                                + "\",\"data\":{\"$rpc\":1,\"correlation_id\":\"" + correlationId
                                + "\",\"params\":{\"correlation_id\":\"a\"}}}")
                .path("result")
                .path("data");
    }
}
