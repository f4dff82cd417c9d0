package io.github.centrifugorpc.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.centrifugorpc.it.container.Layout;
import io.github.centrifugorpc.it.raw.RawConnection;
import io.github.centrifugorpc.it.scenario.Backend;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls as somebody without our SDK makes them: Centrifugo's own protocol and the wire rules, nothing else. */
@ParameterizedClass
@EnumSource(Layout.class)
class RawCallIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USER = "ada";
    private static final String NOBODY = "";

    private static @Nullable Backend running;

    private final Layout layout;

    RawCallIT(Layout layout) {
        this.layout = layout;
    }

    @BeforeParameterizedClassInvocation
    static void start(Layout layout) {
        running = Backend.start(layout);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void aRawCallGetsTheBareResult() {
        try (RawConnection connection = connect()) {
            JsonNode reply = connection.rpc("calls.same", params(42));

            assertThat(reply.at("/rpc/data").toString()).as("%s", reply).isEqualTo("42");
        }
    }

    @Test
    void aRawCallThatFailsGetsAnErrorOfCentrifugo() {
        try (RawConnection connection = connect()) {
            JsonNode reply =
                    connection.rpc("calls.same", JSON.createObjectNode().put("value", "seven"));

            assertThat(reply.at("/error/code").intValue()).as("%s", reply).isEqualTo(422);
        }
    }

    @Test
    void anEnvelopeOverTheRpcTransportGetsAReplyAsResult() {
        try (RawConnection connection = connect()) {
            ObjectNode envelope = JSON.createObjectNode().put("$rpc", 1).put("correlation_id", "c-1");
            envelope.set("params", params(42));

            JsonNode reply = connection.rpc("calls.same", envelope);

            assertThat(reply.at("/rpc/data").toString()).isEqualTo("{\"correlation_id\":\"c-1\",\"result\":42}");
        }
    }

    @Test
    void aPublishedEnvelopeGetsAReplyOnTheUsersChannel() throws InterruptedException {
        try (RawConnection connection = connect()) {
            subscribeToReplies(connection);

            JsonNode accepted = publish(connection, layout.requestChannel(), envelope("c-2"));

            assertThat(accepted.has("publish")).as("%s", accepted).isTrue();
            JsonNode push = connection.nextPush();
            assertThat(push.at("/push/channel").asText()).isEqualTo(layout.replyChannel(USER));
            assertThat(push.at("/push/pub/data").toString()).isEqualTo("{\"correlation_id\":\"c-2\",\"result\":42}");
        }
    }

    @Test
    void anEnvelopeOfAnotherVersionIsRefused() {
        try (RawConnection connection = connect()) {
            JsonNode refused =
                    connection.rpc("calls.same", JSON.createObjectNode().put("$rpc", 2));

            assertThat(refused.at("/error/code").intValue()).as("%s", refused).isEqualTo(400);
        }
    }

    @Test
    void anEnvelopeWithoutACorrelationIdIsRefused() {
        try (RawConnection connection = connect()) {
            ObjectNode envelope = envelope("c-5");
            envelope.remove("correlation_id");

            JsonNode refused = publish(connection, layout.requestChannel(), envelope);

            assertThat(refused.at("/error/code").intValue()).as("%s", refused).isEqualTo(400);
        }
    }

    @Test
    void anUnknownMethodIsRefusedThereAndThen() {
        try (RawConnection connection = connect()) {
            JsonNode refused =
                    publish(connection, layout.requestChannel(), envelope("c-6").put("method", "outside.contract"));

            assertThat(refused.at("/error/code").intValue()).as("%s", refused).isEqualTo(404);
        }
    }

    @Test
    void anEnvelopeThatNamesAnotherUsersReplyChannelIsRefused() {
        try (RawConnection connection = connect()) {
            ObjectNode envelope = envelope("c-3").put("reply_to", layout.replyChannel("bob"));

            JsonNode refused = publish(connection, layout.requestChannel(), envelope);

            assertThat(refused.at("/error/code").intValue()).as("%s", refused).isEqualTo(403);
        }
    }

    @Test
    void anAnonymousCallReachesAMethodForEverybody() {
        try (RawConnection connection = connect(NOBODY)) {
            JsonNode reply = connection.rpc("calls.who_am_i", JSON.createObjectNode());

            assertThat(reply.at("/rpc/data/user_id").textValue())
                    .as("%s", reply)
                    .isEmpty();
        }
    }

    @Test
    void anAnonymousCallOfAMethodForUsersIsRefused() {
        try (RawConnection connection = connect(NOBODY)) {
            JsonNode refused = connection.rpc("calls.same", params(42));

            assertThat(refused.at("/error/code").intValue()).as("%s", refused).isEqualTo(401);
            assertThat(refused.at("/error/message").textValue())
                    .isEqualTo("The connection has no user. Connect with a token that has a sub.");
        }
    }

    @Test
    void anAnonymousPublicationIsRefusedWhateverTheMethodSays() {
        try (RawConnection connection = connect(NOBODY)) {
            ObjectNode envelope = envelope("c-7").put("method", "calls.who_am_i");
            envelope.remove("reply_to");

            JsonNode refused = publish(connection, layout.requestChannel(), envelope);

            assertThat(refused.at("/error/code").intValue()).as("%s", refused).isEqualTo(401);
        }
    }

    @Test
    void nobodyPublishesOnAReplyChannel() {
        try (RawConnection connection = connect()) {
            JsonNode refused = publish(connection, layout.replyChannel("bob"), envelope("c-4"));

            assertThat(refused.at("/error/code").intValue()).as("%s", refused).isIn(103, 403);
        }
    }

    private static ObjectNode params(int value) {
        return JSON.createObjectNode().put("value", value);
    }

    private ObjectNode envelope(String correlationId) {
        ObjectNode envelope =
                JSON.createObjectNode().put("correlation_id", correlationId).put("method", "calls.same");
        envelope.set("params", params(42));
        return envelope.put("reply_to", layout.replyChannel(USER));
    }

    private void subscribeToReplies(RawConnection connection) {
        JsonNode reply =
                connection.command("subscribe", JSON.createObjectNode().put("channel", layout.replyChannel(USER)));
        assertThat(reply.has("subscribe")).as("%s", reply).isTrue();
    }

    private static JsonNode publish(RawConnection connection, String channel, ObjectNode data) {
        ObjectNode body = JSON.createObjectNode().put("channel", channel);
        body.set("data", data);
        return connection.command("publish", body);
    }

    private static RawConnection connect() {
        return connect(USER);
    }

    private static RawConnection connect(String userId) {
        return Objects.requireNonNull(running, "started before each invocation of the class")
                .connect(userId);
    }
}
