package io.github.centrifugorpc.it.fault;

import static io.github.centrifugorpc.it.fault.FaultScenario.scenario;

import io.github.centrifugorpc.it.fault.FaultyWire.Way;
import java.time.Duration;
import java.util.List;

/** What fails between Centrifugo and the server. */
final class BackendFaults {
    private static final Duration SHORT = Duration.ofSeconds(3);

    private BackendFaults() {}

    static List<FaultScenario> all() {
        return List.of(
                scenario("Centrifugo loses the server while the handler runs", BackendFaults::cut)
                        .often(),
                scenario(
                        "Centrifugo loses the server while the handler runs, resend off",
                        BackendFaults::cutWithoutResend),
                scenario("Centrifugo cannot reach the server for a while", BackendFaults::refusedForAWhile)
                        .often(),
                scenario("Centrifugo cannot reach the server", BackendFaults::refused)
                        .often(),
                scenario("the server's answer to Centrifugo is lost", BackendFaults::answerLost)
                        .often(),
                scenario("the server's answer to Centrifugo is cut in half", BackendFaults::answerCutInHalf),
                scenario("Centrifugo's request to the server is cut in half", BackendFaults::requestCutInHalf),
                scenario("every byte between Centrifugo and the server is late", BackendFaults::everyByteIsLate),
                scenario("the server cannot publish for a while", BackendFaults::publishingRefused)
                        .often(),
                scenario("the server does not learn that it has published", BackendFaults::publishingCutInHalf),
                scenario("publishing stalls", BackendFaults::publishingStalls));
    }

    private static void cut(Stage stage) throws Exception {
        FaultyCall call = stage.client().heldCall().begun();
        stage.site().proxyWire().cut();
        call.release();
        call.endsAs(Ending.RESULT);
    }

    private static void cutWithoutResend(Stage stage) throws Exception {
        FaultyClient client = stage.clientWithoutResend();
        FaultyCall call = client.heldCall().begun();
        client.isBack();
        stage.site().proxyWire().cut();
        if (stage.isPubSub()) {
            call.release();
            call.endsAs(Ending.RESULT);
        } else {
            call.endsAs(Ending.OUTCOME_UNKNOWN);
        }
    }

    private static void refusedForAWhile(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyWire wire = stage.site().proxyWire();
        int refused = wire.refused();
        wire.refuse();
        FaultyCall call = client.call();
        wire.awaitRefusedAfter(refused);
        wire.heal();
        call.endsAs(Ending.RESULT);
    }

    private static void refused(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        stage.site().proxyWire().refuse();
        FaultyCall call = client.call(SHORT);
        call.endsAs(Ending.OUTCOME_UNKNOWN);
        call.ran(0);
    }

    private static void answerLost(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyWire wire = stage.site().proxyWire();
        wire.swallow(Way.TO_CLIENT);
        FaultyCall call = client.call();
        wire.awaitHit(Way.TO_CLIENT);
        wire.heal();
        call.endsAs(Ending.RESULT);
    }

    private static void answerCutInHalf(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        stage.site().proxyWire().cutInHalf(Way.TO_CLIENT);
        client.call().endsAs(Ending.RESULT);
    }

    private static void requestCutInHalf(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        stage.site().proxyWire().cutInHalf(Way.TO_SERVER);
        client.call().endsAs(Ending.RESULT);
    }

    private static void everyByteIsLate(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        stage.site().proxyWire().delay(Duration.ofMillis(300));
        stage.site().apiWire().delay(Duration.ofMillis(300));
        FaultyCall.allEndAs(Ending.RESULT, client.calls(20));
    }

    private static void publishingRefused(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyWire wire = stage.site().apiWire();
        int refused = wire.refused();
        wire.refuse();
        FaultyCall call = client.call();
        if (stage.isPubSub()) {
            wire.awaitRefusedAfter(refused);
        }
        wire.heal();
        call.endsAs(Ending.RESULT);
    }

    private static void publishingCutInHalf(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        stage.site().apiWire().cutInHalf(Way.TO_CLIENT);
        client.call().endsAs(Ending.RESULT);
        client.isBack();
    }

    private static void publishingStalls(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyWire wire = stage.site().apiWire();
        wire.hold(Way.TO_SERVER);
        FaultyCall call = client.call();
        if (stage.isPubSub()) {
            wire.awaitHit(Way.TO_SERVER);
        }
        wire.heal();
        call.endsAs(Ending.RESULT);
    }
}
