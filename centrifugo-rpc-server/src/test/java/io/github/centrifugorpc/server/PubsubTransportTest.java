package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls published to the request channel (wire W2 to W4). */
class PubsubTransportTest {

    private static final String ACCEPTED = "{\"result\":{\"data\":{},\"skip_history\":true}}";

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void acceptsAtOnceAndRepliesOnTheCallersChannel() throws Exception {
        var accepted = server.publish(
                "42",
                "{\"correlation_id\":\"a-1\",\"method\":\"tasks.get_stats\",\"params\":{\"user_id\":\"42\"},"
                        + "\"reply_to\":\"user#42\",\"timeout_ms\":5000}");

        assertThat(accepted).hasToString(ACCEPTED);
        assertThat(server.centrifugo.nextPublished())
                .hasToString("{\"channel\":\"user#42\",\"data\":{\"correlation_id\":\"a-1\",\"result\":"
                        + "{\"total\":2,\"completed\":0,\"pending\":2}}}");
    }

    @Test
    void takesParamsBeforeTheMethod() throws Exception {
        server.publish(
                "42",
                "{\"params\":{\"user_id\":\"42\",\"include_completed\":true},\"method\":\"tasks.get_stats\","
                        + "\"correlation_id\":\"a-1\"}");

        assertThat(server.centrifugo.nextPublished().path("data").path("result"))
                .hasToString("{\"total\":3,\"completed\":1,\"pending\":2}");
    }

    @Test
    void repliesWithErrorsThatHaveDetails() throws Exception {
        var accepted = server.publish("42", "{\"correlation_id\":\"a\",\"method\":\"tasks.get_stats\",\"params\":{}}");

        assertThat(accepted).hasToString(ACCEPTED);
        assertThat(server.centrifugo.nextPublished().path("data"))
                .hasToString(
                        "{\"correlation_id\":\"a\",\"error\":{\"code\":422,\"name\":\"invalid_params\",\"message\":"
                                + "\"tasks.get_stats: the params do not fit: $.user_id is required.\",\"details\":["
                                + "{\"path\":\"$.user_id\",\"message\":\"is required\"}]}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    42   | rpc.requests | {"method":"tasks.clear"}                                            | 400 | Malformed envelope: correlation_id is missing.
                    42   | rpc.requests | {"correlation_id":"a"}                                              | 400 | Malformed envelope: method is missing.
                    42   | rpc.requests | {"correlation_id":"a","method":null}                                | 400 | Malformed envelope: method is missing.
                    42   | rpc.requests | {"correlation_id":"a b","method":"tasks.clear"}                     | 400 | Malformed envelope: correlation_id must be a string of 1 to 64 of [A-Za-z0-9_-].
                    42   | rpc.requests | []                                                                  | 400 | Malformed envelope: it is not a JSON object.
                    42   | rpc.requests | null                                                                | 400 | Malformed envelope: it is not a JSON object.
                    42   | rpc.requests | {"correlation_id":"a","method":"tasks.nope"}                        | 404 | There is no method "tasks.nope".
                    42   | rpc.requests | {"correlation_id":"a","method":"tasks.clear","reply_to":"user#43"}  | 403 | reply_to is not the caller's own reply channel.
                    42   | user#43      | {"correlation_id":"a","result":1}                                   | 403 | Clients may publish to rpc.requests only.
                    42   | user#43      | "text"                                                              | 403 | Clients may publish to rpc.requests only.
                    42   | rpc:requests | {"correlation_id":"a","method":"tasks.clear"}                       | 403 | Clients may publish to rpc.requests only.
                    ''   | rpc.requests | {"correlation_id":"a","method":"tasks.public"}                      | 401 | The connection has no user. Connect with a token that has a sub.
                    a#b  | rpc.requests | {"correlation_id":"a","method":"tasks.clear"}                       | 403 | The user id must be 1 to 128 of [A-Za-z0-9_.@-].
                    """)
    void refusesThereAndThen(String user, String channel, String data, int code, String message) {
        var answer = server.proxy("publish", TestServer.publishBody(user == null ? "" : user, channel, data));

        assertThat(answer.path("error").path("code").asInt()).isEqualTo(code);
        assertThat(answer.path("error").path("message").asText()).isEqualTo(message);
        assertThat(server.tasks.seen).isEmpty();
    }

    @Test
    void answersAtOnceWhereTheMethodHasNoReplyAndTheCallerWaits() throws Exception {
        var request = "{\"correlation_id\":\"%s\",\"method\":\"tasks.notify\",\"params\":{\"what\":\"x\"}%s}";

        server.publish("42", request.formatted("silent", ",\"no_reply\":true"));
        server.publish("42", request.formatted("waiting", ""));

        assertThat(server.centrifugo.nextPublished())
                .hasToString("{\"channel\":\"user#42\",\"data\":{\"correlation_id\":\"waiting\",\"result\":null}}");
    }

    @Test
    void neverRepliesWhereNobodyWaits() throws Exception {
        server.publish(
                "42",
                "{\"correlation_id\":\"b\",\"method\":\"tasks.fail\",\"params\":{\"what\":\"x\"},\"no_reply\":true}");
        server.publish("42", "{\"correlation_id\":\"c\",\"method\":\"tasks.clear\"}");

        assertThat(server.tasks.seen.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(server.centrifugo
                        .nextPublished()
                        .path("data")
                        .path("correlation_id")
                        .asText())
                .isEqualTo("c");
        server.server.close();
        assertThat(server.centrifugo.published).isEmpty();
    }

    @Test
    void refusesTooManyCallsOfOneUserAndTakesThoseOfOthers() throws Exception {
        for (int i = 0; i < 256; i++) {
            assertThat(server.publish("42", "{\"correlation_id\":\"a-" + i + "\",\"method\":\"tasks.wait\"}"))
                    .hasToString(ACCEPTED);
        }

        assertThat(server.publish("42", "{\"correlation_id\":\"b\",\"method\":\"tasks.wait\"}"))
                .hasToString("{\"error\":{\"code\":429,\"message\":\"This user has 256 calls in flight, the limit for"
                        + " one user. Wait for some of them.\",\"temporary\":true}}");
        assertThat(server.publish("43", "{\"correlation_id\":\"c\",\"method\":\"tasks.wait\"}"))
                .hasToString(ACCEPTED);

        server.tasks.gate.countDown();
        for (int i = 0; i < 257; i++) {
            server.centrifugo.nextPublished();
        }
        server.publish("42", "{\"correlation_id\":\"d\",\"method\":\"tasks.clear\"}");
        assertThat(server.centrifugo
                        .nextPublished()
                        .path("data")
                        .path("correlation_id")
                        .asText())
                .isEqualTo("d");
    }
}
