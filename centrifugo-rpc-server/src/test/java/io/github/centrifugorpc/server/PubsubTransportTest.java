package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls published to the request channel (wire W2 to W4). */
class PubsubTransportTest {

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

        assertThat(accepted).hasToString("{\"result\":{\"data\":{},\"skip_history\":true}}");
        assertThat(server.centrifugo.nextPublished())
                .hasToString("{\"channel\":\"user#42\",\"data\":{\"correlation_id\":\"a-1\",\"result\":"
                        + "{\"total\":2,\"completed\":0,\"pending\":2}}}");
    }

    @Test
    void answersAtOnceWhereTheMethodHasNoReplyAndTheCallerWaits() throws Exception {
        var request = "{\"correlation_id\":\"%s\",\"method\":\"tasks.notify\",\"params\":{\"what\":\"x\"}%s}";

        server.publish("42", request.formatted("silent", ",\"no_reply\":true"));
        server.publish("42", request.formatted("waiting", ""));

        assertThat(server.centrifugo.nextPublished())
                .hasToString("{\"channel\":\"user#42\",\"data\":{\"correlation_id\":\"waiting\",\"result\":null}}");
    }
}
