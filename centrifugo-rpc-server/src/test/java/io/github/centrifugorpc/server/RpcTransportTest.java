package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
}
