package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls by Centrifugo's rpc command (wire W2, W4). */
class RpcTransportTest {

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersAnEnvelopeWithAnEnvelope() {
        var reply = server.rpc(
                "42",
                "tasks.get_stats",
                "{\"$rpc\":1,\"correlation_id\":\"a-1\",\"params\":{\"user_id\":\"42\"},\"timeout_ms\":5000}");

        assertThat(reply)
                .hasToString("{\"correlation_id\":\"a-1\",\"result\":{\"total\":2,\"completed\":0,\"pending\":2}}");
        assertThat(server.tasks.seen).containsExactly("TaskStatsParams[userId=42, includeCompleted=false]");
    }

    @Test
    void answersARawCallWithTheBareResult() {
        var reply = server.rpc("42", "tasks.get_stats", "{\"user_id\":\"42\",\"include_completed\":true}");

        assertThat(reply).hasToString("{\"total\":3,\"completed\":1,\"pending\":2}");
    }

    @Test
    void takesTheMembersOfAnEnvelopeInAnyOrder() {
        var reply = server.rpc(
                "42",
                "tasks.get_stats",
                "{\"params\":{\"user_id\":\"42\",\"include_completed\":true},\"timeout_ms\":5000,\"traceparent\":\"x\","
                        + "\"reply_to\":\"user#42\",\"method\":\"tasks.get_stats\",\"correlation_id\":\"a-1\",\"$rpc\":1}");

        assertThat(reply)
                .hasToString("{\"correlation_id\":\"a-1\",\"result\":{\"total\":3,\"completed\":1,\"pending\":2}}");
    }

    @Test
    void takesTheMembersOfAProxyRequestInAnyOrder() {
        var answer = server.proxy(
                "rpc",
                "{\"meta\":{\"role\":\"admin\"},\"data\":{\"$rpc\":1,\"correlation_id\":\"a-1\",\"params\":null},"
                        + "\"method\":\"tasks.who\",\"user\":\"42\",\"client\":\"c1\"}");

        assertThat(answer)
                .hasToString("{\"result\":{\"data\":{\"correlation_id\":\"a-1\",\"result\":{\"user_id\":\"42\","
                        + "\"client_id\":\"c1\",\"method\":\"tasks.who\",\"transport\":\"RPC\","
                        + "\"meta\":{\"role\":\"admin\"}}}}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"$rpc":2,"correlation_id":"a"}               | 400 | Malformed envelope: $rpc must be 1; other versions are not known to this server.
                    {"$rpc":"1","correlation_id":"a"}             | 400 | Malformed envelope: $rpc must be 1; other versions are not known to this server.
                    {"$rpc":null,"correlation_id":"a"}            | 400 | Malformed envelope: $rpc must be 1; other versions are not known to this server.
                    {"correlation_id":"a","$rpc":1.0}             | 400 | Malformed envelope: $rpc must be 1; other versions are not known to this server.
                    {"$rpc":1}                                    | 400 | Malformed envelope: correlation_id is missing.
                    {"$rpc":1,"correlation_id":""}                | 400 | Malformed envelope: correlation_id must be a string of 1 to 64 of [A-Za-z0-9_-].
                    {"$rpc":1,"correlation_id":7}                 | 400 | Malformed envelope: correlation_id must be a string of 1 to 64 of [A-Za-z0-9_-].
                    {"$rpc":1,"correlation_id":{"a":[1]}}         | 400 | Malformed envelope: correlation_id must be a string of 1 to 64 of [A-Za-z0-9_-].
                    """)
    void refusesWithoutACorrelationIdInCentrifugosOwnWords(String data, int code, String message) {
        var answer = server.proxy("rpc", TestServer.rpcBody("42", "tasks.clear", data));

        assertThat(answer.path("error").path("code").asInt()).isEqualTo(code);
        assertThat(answer.path("error").path("message").asText()).isEqualTo(message);
        assertThat(server.tasks.seen).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "correlation_id":"b"           | 400 | bad_request         | Malformed envelope: correlation_id is given twice.
                    "method":"tasks.who"           | 400 | bad_request         | Malformed envelope: method differs from the one Centrifugo was asked for.
                    "method":7                     | 400 | bad_request         | Malformed envelope: method must be a string.
                    "timeout_ms":-1                | 400 | bad_request         | Malformed envelope: timeout_ms must be a whole number of milliseconds, 0 or more.
                    "timeout_ms":1.5               | 400 | bad_request         | Malformed envelope: timeout_ms must be a whole number of milliseconds, 0 or more.
                    "timeout_ms":"9"               | 400 | bad_request         | Malformed envelope: timeout_ms must be a whole number of milliseconds, 0 or more.
                    "timeout_ms":99999999999999999999 | 400 | bad_request      | Malformed envelope: timeout_ms must be a whole number of milliseconds, 0 or more.
                    "no_reply":"yes"               | 400 | bad_request         | Malformed envelope: no_reply must be true or false.
                    "params":{},"params":{}        | 400 | bad_request         | Malformed envelope: params is given twice.
                    "reply_to":"user#43"           | 403 | permission_denied   | reply_to is not the caller's own reply channel.
                    "reply_to":"rpcreply:user#42"  | 403 | permission_denied   | reply_to is not the caller's own reply channel.
                    """)
    void refusesOddEnvelopesUnderTheirCorrelationId(String member, int code, String name, String message) {
        var reply = server.rpc("42", "tasks.clear", "{\"$rpc\":1,\"correlation_id\":\"a\"," + member + "}");

        assertThat(reply)
                .hasToString("{\"correlation_id\":\"a\",\"error\":{\"code\":" + code + ",\"name\":\"" + name
                        + "\",\"message\":\"" + message + "\"}}");
        assertThat(server.tasks.seen).isEmpty();
    }

    @Test
    void knowsNoOtherMethods() {
        var reply = server.rpc("42", "tasks.nope", "{\"$rpc\":1,\"correlation_id\":\"a\",\"params\":{\"x\":[1]}}");
        var raw = server.rpc("42", "tasks.nope", "{\"x\":[1]}");

        assertThat(reply)
                .hasToString("{\"correlation_id\":\"a\",\"error\":{\"code\":404,\"name\":\"method_not_found\","
                        + "\"message\":\"There is no method \\\"tasks.nope\\\".\"}}");
        assertThat(raw)
                .hasToString("{\"error\":{\"code\":404,\"message\":\"There is no method \\\"tasks.nope\\\".\"}}");
    }

    @Test
    void namesEveryViolationAtOnce() {
        var reply = server.rpc(
                "42",
                "tasks.note",
                "{\"$rpc\":1,\"correlation_id\":\"a\",\"params\":{\"author\":7,\"tags\":[\"x\",1]}}");

        assertThat(reply)
                .hasToString(
                        "{\"correlation_id\":\"a\",\"error\":{\"code\":422,\"name\":\"invalid_params\",\"message\":"
                                + "\"tasks.note: the params do not fit: $.author must be a string, but was 7;"
                                + " $.tags[1] must be a string, but was 1; $.text is required.\",\"details\":["
                                + "{\"path\":\"$.author\",\"message\":\"must be a string, but was 7\"},"
                                + "{\"path\":\"$.tags[1]\",\"message\":\"must be a string, but was 1\"},"
                                + "{\"path\":\"$.text\",\"message\":\"is required\"}]}}");
    }

    @Test
    void namesViolationsOfARawCallInTheMessage() {
        assertThat(server.rpc("42", "tasks.get_stats", "[]"))
                .hasToString("{\"error\":{\"code\":422,\"message\":\"tasks.get_stats: the params do not fit:"
                        + " $ must be an object, but was an array.\"}}");
        assertThat(server.rpc("42", "tasks.get_stats", "null"))
                .hasToString("{\"error\":{\"code\":422,\"message\":\"tasks.get_stats: the params do not fit:"
                        + " $.user_id is required.\"}}");
    }

    @Test
    void leavesOutNullsAndWritesEmptyLists() {
        assertThat(server.rpc("42", "tasks.note", "{\"text\":\"t\",\"author\":null,\"tags\":null,\"more\":{}}"))
                .hasToString("{\"text\":\"t\",\"tags\":[]}");
    }

    @Test
    void answersMethodsWithoutResultWithNull() {
        assertThat(server.rpc("42", "tasks.clear", "{\"$rpc\":1,\"correlation_id\":\"a\"}"))
                .hasToString("{\"correlation_id\":\"a\",\"result\":null}");
        assertThat(server.rpc("42", "tasks.find", "{\"what\":\"none\"}").isNull())
                .isTrue();
        assertThat(server.rpc("42", "tasks.find", "{\"what\":\"one\"}")).hasToString("{\"value\":1}");
    }

    @Test
    void waitsForStages() {
        assertThat(server.rpc("42", "tasks.later", "{\"what\":\"ok\"}")).hasToString("[\"a\",\"b\"]");
    }

    @Test
    void runsNonBlockingHandlersOnTheEventLoop() {
        server.rpc("42", "tasks.inline", "{\"user_id\":\"1\"}");

        assertThat(server.tasks.seen.poll()).startsWith("centrifugo-rpc-io");
    }

    @Test
    void answersAtOnceWhereNobodyWaits() throws Exception {
        var ofMethod =
                server.rpc("42", "tasks.notify", "{\"$rpc\":1,\"correlation_id\":\"a\",\"params\":{\"what\":\"x\"}}");
        var ofEnvelope = server.rpc("42", "tasks.wait", "{\"$rpc\":1,\"correlation_id\":\"b\",\"no_reply\":true}");

        assertThat(ofMethod).hasToString("{\"correlation_id\":\"a\",\"result\":null}");
        assertThat(ofEnvelope).hasToString("{\"correlation_id\":\"b\",\"result\":null}");
        assertThat(server.tasks.seen.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(server.tasks.seen.poll(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void letsConnectionsWithoutAUserCallWhatIsAnonymous() {
        assertThat(server.rpc("", "tasks.public", "{}").path("user_id").asText("none"))
                .isEmpty();
        assertThat(server.rpc("", "tasks.who", "{}"))
                .hasToString("{\"error\":{\"code\":401,\"message\":\"The connection has no user. Connect with a token"
                        + " that has a sub.\"}}");
    }

    @Test
    void refusesUserIdsThatAreNotSafe() {
        assertThat(server.rpc("a,b", "tasks.who", "{}"))
                .hasToString("{\"error\":{\"code\":403,\"message\":\"The user id must be 1 to 128 of"
                        + " [A-Za-z0-9_.@-].\"}}");
    }

    @Test
    void interruptsAtTheCallersDeadline() throws Exception {
        var reply = server.rpc(
                "42",
                "tasks.slow",
                "{\"$rpc\":1,\"correlation_id\":\"a\",\"params\":{\"what\":\"x\"},\"timeout_ms\":100}");

        assertThat(reply)
                .hasToString("{\"correlation_id\":\"a\",\"error\":{\"code\":408,\"name\":\"deadline_exceeded\","
                        + "\"message\":\"tasks.slow: the time limit of 100 ms passed while the handler ran.\","
                        + "\"details\":{\"started\":true}}}");
        assertThat(server.tasks.seen.poll(10, TimeUnit.SECONDS)).isEqualTo("started");
        assertThat(server.tasks.seen.poll(10, TimeUnit.SECONDS)).isEqualTo("interrupted cancelled=true");
    }

    @Test
    void capsTheCallersPatienceByTheMethodsLimit() {
        var reply = server.rpc(
                "42",
                "tasks.slow",
                "{\"$rpc\":1,\"correlation_id\":\"a\",\"params\":{\"what\":\"x\"},\"timeout_ms\":600000}");

        assertThat(reply.path("error").path("message").asText())
                .isEqualTo("tasks.slow: the time limit of 1 s passed while the handler ran.");
    }

    @Test
    void startsNothingThatIsLateAlready() {
        var reply = server.rpc("42", "tasks.clear", "{\"$rpc\":1,\"correlation_id\":\"a\",\"timeout_ms\":0}");

        assertThat(reply.path("error").path("details")).hasToString("{\"started\":false}");
        assertThat(server.tasks.seen).isEmpty();
    }

    @Test
    void endsCallsWhoseStageNeverCompletes() {
        var reply = server.rpc(
                "42",
                "tasks.later",
                "{\"$rpc\":1,\"correlation_id\":\"a\",\"params\":{\"what\":\"never\"},\"timeout_ms\":50}");

        assertThat(reply.path("error").path("code").asInt()).isEqualTo(408);
    }
}
