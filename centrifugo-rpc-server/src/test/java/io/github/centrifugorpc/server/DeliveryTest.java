package io.github.centrifugorpc.server;

import static io.github.centrifugorpc.server.FakeCentrifugo.Failure.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.server.FakeCentrifugo.Failure;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replies reach Centrifugo, or it is known that they did not (wire W3). */
class DeliveryTest {

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.class,
            names = {"UNAVAILABLE", "DROPPED", "GARBAGE", "INTERNAL_INSIDE_200"})
    void repeatsWhatFailedForTheMoment(Failure failure) throws Exception {
        server.centrifugo.failures.addAll(List.of(failure, failure, failure));

        call("a");

        assertThat(server.centrifugo
                        .nextPublished()
                        .path("data")
                        .path("correlation_id")
                        .asText())
                .isEqualTo("a");
        assertThat(lostReplies()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.class,
            names = {"UNAUTHORIZED", "UNKNOWN_CHANNEL_INSIDE_200"})
    void countsWhatCentrifugoRefusesForGood(Failure failure) throws Exception {
        server.centrifugo.failures.add(failure);

        call("a");
        while (lostReplies() == 0) {
            Thread.onSpinWait();
        }
        call("b");

        assertThat(server.centrifugo
                        .nextPublished()
                        .path("data")
                        .path("correlation_id")
                        .asText())
                .isEqualTo("b");
        assertThat(lostReplies()).isEqualTo(1);
    }

    @Test
    void countsWhatCouldNotBeDeliveredInTime() {
        server.centrifugo.close();

        server.publish(
                "42",
                "{\"correlation_id\":\"a\",\"method\":\"tasks.get_stats\",\"params\":{\"user_id\":\"1\"},"
                        + "\"timeout_ms\":500}");

        long endNanos = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (lostReplies() == 0 && System.nanoTime() < endNanos) {
            Thread.onSpinWait();
        }
        assertThat(lostReplies()).isEqualTo(1);
    }

    @Test
    void gathersWhatQueuesUpIntoParallelBatches() throws Exception {
        server.centrifugo.failures.add(UNAVAILABLE);
        for (int i = 0; i < 200; i++) {
            call("a-" + i);
        }

        Set<String> delivered = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            delivered.add(server.centrifugo
                    .nextPublished()
                    .path("data")
                    .path("correlation_id")
                    .asText());
        }
        assertThat(delivered).hasSize(200);
        assertThat(server.centrifugo.batches)
                .allMatch(batch -> batch.path("parallel").asBoolean());
    }

    private void call(String correlationId) {
        var accepted = server.publish(
                "42",
                "{\"correlation_id\":\"" + correlationId
                        + "\",\"method\":\"tasks.get_stats\",\"params\":{\"user_id\":\"1\"}}");
        assertThat(accepted.has("result")).isTrue();
    }

    private long lostReplies() {
        var health = server.send(server.request("/health")
                .header("X-API-Key", TestServer.WRAPPER_KEY)
                .GET());
        return server.tree(health.body()).path("lost_replies").asLong(-1);
    }
}
