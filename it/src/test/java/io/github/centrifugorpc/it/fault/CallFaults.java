package io.github.centrifugorpc.it.fault;

import static io.github.centrifugorpc.it.fault.FaultScenario.scenario;

import java.time.Duration;
import java.util.List;

/** Nothing fails but what the caller wants to fail: what a call promises on a good day. */
final class CallFaults {
    private static final Duration SHORT = Duration.ofSeconds(2);

    private CallFaults() {}

    static List<FaultScenario> all() {
        return List.of(
                scenario("nothing fails", CallFaults::nothingFails).often(),
                scenario("two tabs of one user", CallFaults::twoTabs),
                scenario("the time is over while the handler runs", CallFaults::timeIsOver)
                        .often(),
                scenario("cancelled while the handler runs", CallFaults::cancelled)
                        .often(),
                scenario("a cancel reaches the handler", CallFaults::cancelReachesHandler)
                        .often(),
                scenario("disconnected by the caller while the handler runs", CallFaults::disconnected)
                        .often());
    }

    private static void nothingFails(Stage stage) throws Exception {
        List<FaultyCall> ofAda = stage.client().calls(50);
        List<FaultyCall> ofBob = stage.client().calls(50);
        FaultyCall.allEndAs(Ending.RESULT, ofAda);
        FaultyCall.allEndAs(Ending.RESULT, ofBob);
    }

    private static void twoTabs(Stage stage) throws Exception {
        FaultyClient tab = stage.client();
        List<FaultyCall> ofTab = tab.heldCalls(20);
        List<FaultyCall> ofOther = stage.tabOf(tab).heldCalls(20);
        FaultyCall.allBegunAndReleased(ofOther);
        FaultyCall.allBegunAndReleased(ofTab);
        FaultyCall.allEndAs(Ending.RESULT, ofTab);
        FaultyCall.allEndAs(Ending.RESULT, ofOther);
    }

    private static void timeIsOver(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall(SHORT).begun();
        call.endsAs(Ending.TIMEOUT);
        call.cancelledInHandler();
        client.isBack();
    }

    private static void cancelled(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall().begun();
        call.cancel();
        call.endsAs(Ending.CANCELLED);
        call.release();
        client.isBack();
    }

    private static void cancelReachesHandler(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall cancelled = client.heldCall().begun();
        FaultyCall other = client.heldCall().begun();
        cancelled.cancel();
        cancelled.cancelledInHandler();
        other.release();
        other.endsAs(Ending.RESULT);
    }

    private static void disconnected(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall().begun();
        client.disconnect();
        call.endsAs(Ending.OUTCOME_UNKNOWN);
    }
}
