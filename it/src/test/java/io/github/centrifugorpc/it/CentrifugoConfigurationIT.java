package io.github.centrifugorpc.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.centrifugorpc.it.container.CentrifugoContainer;
import io.github.centrifugorpc.it.container.Layout;
import io.github.centrifugorpc.it.raw.RawConnection;
import io.github.centrifugorpc.it.raw.Tokens;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The configurations that the demo and the README show: Centrifugo accepts them, and they let through what they say. */
@ParameterizedClass
@EnumSource(Layout.class)
class CentrifugoConfigurationIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOBODY_LISTENS = 9;
    private static final int PERMISSION_DENIED = 103;

    private static @Nullable CentrifugoContainer running;

    private final Layout layout;

    CentrifugoConfigurationIT(Layout layout) {
        this.layout = layout;
    }

    @BeforeParameterizedClassInvocation
    static void start(Layout layout) {
        running = new CentrifugoContainer(layout, NOBODY_LISTENS);
        running.start();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        centrifugo().stop();
    }

    @Test
    void passesTheStrictCheck() {
        assertThat(centrifugo().checkConfiguration()).isEmpty();
    }

    @Test
    void answersThePingOfCentrifugoItself() {
        try (RawConnection connection = connect("ada")) {
            JsonNode reply = connection.rpc(
                    "system.centrifugo_ping", JSON.createObjectNode().put("n", 1));

            assertThat(reply.at("/rpc").isObject()).as("%s", reply).isTrue();
        }
    }

    @Test
    void letsAUserListenOnItsOwnReplyChannelOnly() {
        try (RawConnection connection = connect("ada")) {
            assertThat(subscribe(connection, layout.replyChannel("ada")).has("subscribe"))
                    .isTrue();
            assertThat(subscribe(connection, layout.replyChannel("bob"))
                            .at("/error/code")
                            .intValue())
                    .isEqualTo(PERMISSION_DENIED);
        }
    }

    @Test
    void letsNobodyListenOnTheRequestChannel() {
        try (RawConnection connection = connect("ada")) {
            assertThat(subscribe(connection, layout.requestChannel())
                            .at("/error/code")
                            .intValue())
                    .isEqualTo(PERMISSION_DENIED);
        }
    }

    private static JsonNode subscribe(RawConnection connection, String channel) {
        return connection.command("subscribe", JSON.createObjectNode().put("channel", channel));
    }

    private RawConnection connect(String userId) {
        return RawConnection.open(centrifugo().webSocketUrl(), Tokens.validFor(userId, Duration.ofMinutes(1)));
    }

    private static CentrifugoContainer centrifugo() {
        return Objects.requireNonNull(running, "started before each invocation of the class");
    }
}
