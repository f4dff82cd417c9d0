package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a handler throws becomes a code, and nothing of the server shows (wire W5). */
class ThrowableTableTest {

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "tasks.fail, runtime, 500, internal",
        "tasks.fail, checked, 500, internal",
        "tasks.fail, error, 500, internal",
        "tasks.fail, stack, 500, internal",
        "tasks.fail, memory, 500, internal",
        "tasks.fail, unwritable, 500, internal",
        "tasks.fail, null, 500, internal",
        "tasks.fail, large, 413, too_large",
        "tasks.fail, declared, 1404, task_not_found",
        "tasks.later, declared, 1404, task_not_found",
        "tasks.later, fail, 500, internal",
        "tasks.count, 9007199254740991, 0, ",
        "tasks.count, 9007199254740992, 500, internal",
        "tasks.count, -9007199254740992, 500, internal",
        "tasks.count, -9223372036854775808, 500, internal"
    })
    void turnsIntoACode(String method, String what, int code, String name) {
        var reply = server.rpc(
                "42", method, "{\"$rpc\":1,\"correlation_id\":\"a\",\"params\":{\"what\":\"" + what + "\"}}");

        assertThat(reply.path("correlation_id").asText()).isEqualTo("a");
        assertThat(reply.path("error").path("code").asInt()).isEqualTo(code);
        assertThat(reply.path("error").path("name").asText(null)).isEqualTo(name);
        assertThat(reply.toString())
                .doesNotContain("secret detail")
                .doesNotContain("Exception")
                .doesNotContain("java.");
    }

    @Test
    void blamesTheParamsWhereTheirOwnClassRefusesThem() {
        assertThat(server.rpc("42", "tasks.note", "{\"text\":\"refused by the model\"}"))
                .hasToString(
                        "{\"error\":{\"code\":422,\"message\":\"tasks.note: the params do not fit: $ has values that"
                                + " do not go together.\"}}");
        assertThat(server.rpc("42", "tasks.note", "{\"text\":\"declared by the model\"}"))
                .hasToString("{\"error\":{\"code\":1406,\"message\":\"That text is odd.\"}}");
    }

    @Test
    void sendsLongerRepliesWhereThatIsWanted() {
        try (var roomy = new TestServer(builder -> builder.maxReplyBytes(900 << 10))) {
            assertThat(roomy.rpc("42", "tasks.fail", "{\"what\":\"large\"}").asText())
                    .hasSize(600_000);
        }
    }

    @Test
    void givesAnIdThatTheLogHasToo() {
        var error = server.rpc("42", "tasks.fail", "{\"$rpc\":1,\"correlation_id\":\"a\",\"params\":{\"what\":\"x\"}}")
                .path("error");

        var id = error.path("details").path("error_id").asText();
        assertThat(id).matches("[0-9a-f]{8}");
        assertThat(error.path("message").asText())
                .isEqualTo("Internal error " + id + ". The server's log says more under this id.");
    }

    @Test
    void passesDeclaredErrorsOnWhole() {
        assertThat(server.rpc(
                        "42", "tasks.fail", "{\"$rpc\":1,\"correlation_id\":\"a\",\"params\":{\"what\":\"declared\"}}"))
                .hasToString("{\"correlation_id\":\"a\",\"error\":{\"code\":1404,\"name\":\"task_not_found\","
                        + "\"message\":\"There is no task 7.\",\"details\":{\"id\":7}}}");
        assertThat(server.rpc("42", "tasks.fail", "{\"what\":\"declared\"}"))
                .hasToString("{\"error\":{\"code\":1404,\"message\":\"There is no task 7.\"}}");
    }
}
