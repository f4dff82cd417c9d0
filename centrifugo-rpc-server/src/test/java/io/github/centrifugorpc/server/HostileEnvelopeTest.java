package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and flags of an envelope that mean nothing are refused by name, and nothing is run (wire W2). */
class HostileEnvelopeTest {

    @TempDir
    private Path folder;

    private final CallHandlers handlers = new CallHandlers();
    private TestServer server;

    @BeforeEach
    void start() {
        server = CallHandlers.serve(handlers, folder, RpcServer.Builder::soleReplica);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "attempt":0                      | attempt must be a whole number, 1 or more
                    "attempt":-1                     | attempt must be a whole number, 1 or more
                    "attempt":1e9                    | attempt must be a whole number, 1 or more
                    "attempt":1.0                    | attempt must be a whole number, 1 or more
                    "attempt":2147483648             | attempt must be a whole number, 1 or more
                    "attempt":99999999999999999999   | attempt must be a whole number, 1 or more
                    "attempt":"2"                    | attempt must be a whole number, 1 or more
                    "attempt":[2]                    | attempt must be a whole number, 1 or more
                    "attempt":true                   | attempt must be a whole number, 1 or more
                    "attempt":1,"attempt":1          | attempt is given twice
                    "age_ms":-1                      | age_ms must be a whole number of milliseconds, 0 or more
                    "age_ms":1099511627777           | age_ms must be a whole number of milliseconds, 0 or more
                    "age_ms":9223372036854775807     | age_ms must be a whole number of milliseconds, 0 or more
                    "age_ms":0.5                     | age_ms must be a whole number of milliseconds, 0 or more
                    "age_ms":"0"                     | age_ms must be a whole number of milliseconds, 0 or more
                    "age_ms":{}                      | age_ms must be a whole number of milliseconds, 0 or more
                    "timeout_ms":-1                  | timeout_ms must be a whole number of milliseconds, 0 or more
                    "cancel":"true"                  | cancel must be true or false
                    "cancel":1                       | cancel must be true or false
                    "cancel":true                    | a message with cancel has neither method nor params
                    "cancel":true,"cancel":true      | cancel is given twice
                    """)
    void areRefused(String member, String fault) {
        var published = server.publish(
                "42", "{\"correlation_id\":\"a\",\"method\":\"calls.run\",\"params\":{\"what\":\"x\"}," + member + "}");
        var called = server.rpc(
                "42", "calls.run", "{\"$rpc\":1,\"correlation_id\":\"a\",\"params\":{\"what\":\"x\"}," + member + "}");

        assertThat(published)
                .hasToString("{\"error\":{\"code\":400,\"message\":\"Malformed envelope: " + fault + ".\"}}");
        assertThat(called)
                .hasToString("{\"correlation_id\":\"a\",\"error\":{\"code\":400,\"name\":\"bad_request\",\"message\":"
                        + "\"Malformed envelope: " + fault + ".\"}}");
        assertThat(handlers.runs).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"cancel":true}                                     | correlation_id is missing
                    {"correlation_id":"a b","cancel":true}              | correlation_id must be a string of 1 to 64 of [A-Za-z0-9_-]
                    {"correlation_id":"a","cancel":true,"params":{}}    | a message with cancel has neither method nor params
                    {"correlation_id":"a","cancel":true,"method":"calls.run"} | a message with cancel has neither method nor params
                    {"correlation_id":"a","cancel":false}               | method is missing
                    {"correlation_id":"a","cancel":null}                | method is missing
                    """)
    void cancelNothing(String message, String fault) {
        assertThat(server.publish("42", message))
                .hasToString("{\"error\":{\"code\":400,\"message\":\"Malformed envelope: " + fault + ".\"}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "cancel":true   | Malformed envelope: to cancel by rpc, call system.cancel.
                    """)
    void cancelNothingByRpc(String member, String message) {
        assertThat(server.rpc("42", "calls.wait", "{\"$rpc\":1,\"correlation_id\":\"a\"," + member + "}"))
                .hasToString("{\"correlation_id\":\"a\",\"error\":{\"code\":400,\"name\":\"bad_request\",\"message\":\""
                        + message + "\"}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "attempt":null,"age_ms":null,"cancel":false
                    "attempt":1,"age_ms":1099511627776
                    "attempt":2147483647,"age_ms":0
                    """)
    void areTakenAtTheirLimits(String members) {
        assertThat(server.rpc(
                        "42",
                        "calls.run",
                        "{\"$rpc\":1,\"correlation_id\":\"a\",\"params\":{\"what\":\"x\"}," + members + "}"))
                .hasToString("{\"correlation_id\":\"a\",\"result\":\"run 1 of x\"}");
    }

    @ParameterizedTest
    @CsvSource({"1099511627776", "120001", "60000"})
    void nobodyVouchesForWhatIsOlderThanTheServer(long ageMs) {
        assertThat(server.rpc(
                                "42",
                                "calls.run",
                                "{\"$rpc\":1,\"correlation_id\":\"a\",\"params\":{\"what\":\"x\"},\"attempt\":2,\"age_ms\":"
                                        + ageMs + "}")
                        .path("error")
                        .path("code")
                        .asInt())
                .isEqualTo(410);
    }
}
