package io.github.centrifugorpc.it.fault;

import static io.github.centrifugorpc.it.fault.FaultScenario.scenario;

import io.github.centrifugorpc.it.raw.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What fails on the client's own machine: its lid is closed, its token ends. */
final class ClientFaults {
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration HOUR = Duration.ofHours(1);

    private ClientFaults() {}

    static List<FaultScenario> all() {
        return List.of(
                scenario("asleep while the handler ends", ClientFaults::asleep).often(),
                scenario("asleep while the connection is cut", ClientFaults::asleepAndCut)
                        .often(),
                scenario("asleep until the time is over", ClientFaults::asleepTooLong),
                scenario("the token ends while the handler runs", ClientFaults::tokenEnds)
                        .often(),
                scenario("the token ends while cut off", ClientFaults::tokenEndsWhileCutOff),
                scenario("nobody gives tokens for a while", ClientFaults::noTokens));
    }

    private static void asleep(Stage stage) throws Exception {
        FaultyCall call = stage.client().heldCall().begun();
        stage.puppet().pause();
        try {
            call.release();
        } finally {
            stage.puppet().unpause();
        }
        call.endsAs(Ending.RESULT);
    }

    private static void asleepAndCut(Stage stage) throws Exception {
        FaultyCall call = stage.client().heldCall().begun();
        stage.puppet().pause();
        try {
            stage.wire().cut();
            call.release();
        } finally {
            stage.puppet().unpause();
        }
        call.endsAs(Ending.RESULT);
    }

    private static void asleepTooLong(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall(SHORT).begun();
        stage.puppet().pause();
        try {
            call.cancelledInHandler();
        } finally {
            stage.puppet().unpause();
        }
        call.endsAs(Ending.TIMEOUT);
        client.isBack();
    }

    /** The client refreshes it in time, without dropping the connection. */
    private static void tokenEnds(Stage stage) throws Exception {
        String user = stage.newUser();
        stage.puppet().giveTokens(user, before -> Tokens.validFor(user, before == 0 ? SHORT : HOUR));
        FaultyClient client = stage.newClient(user).connect(true);
        FaultyCall call = client.heldCall().begun();
        int connections = stage.wire().accepted();
        stage.puppet().awaitTokens(user, 2);
        client.isBack();
        call.release();
        call.endsAs(Ending.RESULT);
        if (stage.wire().accepted() != connections) {
            throw new AssertionError("the connection was dropped for a new token");
        }
    }

    private static void tokenEndsWhileCutOff(Stage stage) throws Exception {
        String user = stage.newUser();
        stage.puppet().giveTokens(user, before -> Tokens.validFor(user, before == 0 ? SHORT : HOUR));
        FaultyClient client = stage.newClient(user).connect(true);
        Instant end = Instant.now().plus(SHORT);
        stage.cutOff();
        FaultyCall call = client.call();
        stage.until(end);
        stage.wire().heal();
        call.endsAs(Ending.RESULT);
    }

    private static void noTokens(Stage stage) throws Exception {
        String user = stage.newUser();
        stage.puppet().giveTokens(user, before -> switch (before) {
            case 0 -> Tokens.validFor(user, SHORT);
            case 1, 2 -> throw new IllegalStateException("no tokens today");
            default -> Tokens.validFor(user, HOUR);
        });
        FaultyClient client = stage.newClient(user).connect(true);
        FaultyCall call = client.heldCall().begun();
        stage.puppet().awaitTokens(user, 4);
        client.isBack();
        call.release();
        call.endsAs(Ending.RESULT);
    }
}
