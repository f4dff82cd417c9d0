package io.github.centrifugorpc.it.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.centrifugorpc.it.container.CentrifugoContainer;
import io.github.centrifugorpc.it.container.FreePort;
import io.github.centrifugorpc.it.container.Layout;
import io.github.centrifugorpc.it.raw.ProxyCalls;
import io.github.centrifugorpc.it.raw.RawConnection;
import io.github.centrifugorpc.it.raw.Tokens;
import java.time.Duration;
import java.util.Map;

/** What an SDK connects to: a Centrifugo, the scenario server behind it, and the control endpoint beside them. */
public final class Backend implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(30);

    private final Layout layout;
    private final CentrifugoContainer centrifugo;
    private final ScenarioServer server;
    private final ControlEndpoint control;
    private final ProxyCalls proxyCalls;

    private Backend(Layout layout) {
        this.layout = layout;
        int serverPort = FreePort.find();
        proxyCalls = new ProxyCalls(serverPort);
        centrifugo = new CentrifugoContainer(layout, serverPort);
        centrifugo.start();
        server = new ScenarioServer(layout, serverPort, centrifugo.apiUrl());
        control = new ControlEndpoint(Map.of(
                "token", this::token,
                "restart-server",
                        request -> done(() -> {
                            server.stop();
                            server.start();
                        }),
                "stop-server", request -> done(server::stop),
                "start-server", request -> done(server::start),
                "restart-centrifugo", request -> done(centrifugo::restart),
                "forge-reply", this::forgeReply));
    }

    /** Starts all three on the given layout. */
    public static Backend start(Layout layout) {
        Backend backend = new Backend(layout);
        try {
            backend.server.start();
        } catch (RuntimeException e) {
            backend.close();
            throw e;
        }
        return backend;
    }

    /** What a driver needs to know to connect as the given user. */
    public Map<String, String> environmentFor(String userId) {
        return Map.of(
                "URL", centrifugo.webSocketUrlInContainers(),
                "REQUEST_CHANNEL", layout.requestChannel(),
                "REPLY_CHANNEL", layout.replyChannel(userId),
                "USER_ID", userId,
                "TOKEN", Tokens.validFor(userId, TOKEN_LIFETIME),
                "CONTROL_URL", control.urlInContainers());
    }

    /** A connection without any SDK. */
    public RawConnection connect(String userId) {
        return RawConnection.open(centrifugo.webSocketUrl(), Tokens.validFor(userId, TOKEN_LIFETIME));
    }

    /** Calls of the server past Centrifugo. */
    public ProxyCalls proxyCalls() {
        return proxyCalls;
    }

    /** What server and Centrifugo wrote, for the report of a failure. */
    public String log() {
        return "server:\n" + server.log() + "\nCentrifugo:\n" + centrifugo.getLogs();
    }

    @Override
    public void close() {
        control.close();
        server.close();
        centrifugo.stop();
    }

    private JsonNode token(JsonNode request) {
        String user = request.required("user").asText();
        String kind = request.required("kind").asText();
        String token = switch (kind) {
            case "valid" -> Tokens.validFor(user, TOKEN_LIFETIME);
            case "expired" -> Tokens.expired(user);
            case "foreign" -> Tokens.signedByAnotherSecret(user);
            default -> throw new IllegalArgumentException("unknown kind of token: " + kind);
        };
        return answer().put("token", token);
    }

    /** Another user's client publishes on the user's reply channel, where only the server may. */
    private JsonNode forgeReply(JsonNode request) {
        String channel = layout.replyChannel(request.required("user").asText());
        ObjectNode publish = JSON.createObjectNode().put("channel", channel);
        publish.putObject("data").put("correlation_id", "forged").put("result", "forged");
        try (RawConnection mallory = connect("mallory")) {
            return answer().put("refused", mallory.command("publish", publish).has("error"));
        }
    }

    private static JsonNode done(Runnable action) {
        action.run();
        return answer();
    }

    private static ObjectNode answer() {
        return JsonNodeFactory.instance.objectNode();
    }
}
