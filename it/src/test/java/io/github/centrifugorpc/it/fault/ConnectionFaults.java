package io.github.centrifugorpc.it.fault;

import static io.github.centrifugorpc.it.fault.FaultScenario.scenario;

import io.github.centrifugorpc.it.fault.FaultyWire.Way;
import java.time.Duration;
import java.util.List;

/** What fails between a client and Centrifugo. */
final class ConnectionFaults {
    private ConnectionFaults() {}

    static List<FaultScenario> all() {
        return List.of(
                scenario("nothing fails", ConnectionFaults::nothingFails).often(),
                scenario("every byte is late", ConnectionFaults::everyByteIsLate)
                        .often(),
                scenario("requests come in pieces after a stall", ConnectionFaults::stall),
                scenario("disconnected by the caller while the handler runs", ConnectionFaults::disconnected)
                        .often());
    }

    private static void nothingFails(Stage stage) throws Exception {
        FaultyClient ada = stage.client();
        FaultyClient bob = stage.client();
        List<FaultyCall> ofAda = ada.calls(50);
        List<FaultyCall> ofBob = bob.calls(50);
        for (FaultyCall call : ofAda) {
            call.endsAs(Ending.RESULT);
        }
        for (FaultyCall call : ofBob) {
            call.endsAs(Ending.RESULT);
        }
    }

    private static void everyByteIsLate(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        stage.site().clientWire().delay(Duration.ofMillis(300));
        for (FaultyCall call : client.calls(20)) {
            call.endsAs(Ending.RESULT);
        }
    }

    private static void stall(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyWire wire = stage.site().clientWire();
        wire.hold(Way.TO_SERVER);
        FaultyCall call = client.heldCall();
        wire.awaitHit(Way.TO_SERVER);
        wire.heal();
        call.begun();
        wire.hold(Way.TO_CLIENT);
        call.release();
        wire.awaitHit(Way.TO_CLIENT);
        wire.heal();
        call.endsAs(Ending.RESULT);
    }

    private static void disconnected(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall().begun();
        client.disconnect();
        call.endsAs(Ending.OUTCOME_UNKNOWN);
    }
}
