package io.github.centrifugorpc.it.fault;

import static io.github.centrifugorpc.it.fault.FaultScenario.scenario;

import io.github.centrifugorpc.it.fault.FaultyWire.Way;
import java.time.Duration;
import java.util.List;

/** What fails between a client and Centrifugo. */
final class ConnectionFaults {
    private static final Duration SHORT = Duration.ofSeconds(3);
    /** Longer than client and Centrifugo need to notice that a connection has vanished. */
    private static final Duration LONG = Duration.ofSeconds(60);

    private ConnectionFaults() {}

    static List<FaultScenario> all() {
        return List.of(
                scenario("every byte is late", ConnectionFaults::everyByteIsLate)
                        .often(),
                scenario("the connection stalls", ConnectionFaults::stall),
                scenario("cut while the handler runs", ConnectionFaults::cut).often(),
                scenario("cut while the handler runs, resend off", ConnectionFaults::cutWithoutResend)
                        .often(),
                scenario("cut again and again while the handler runs", ConnectionFaults::cutAgainAndAgain),
                scenario("cut while 100 handlers run", ConnectionFaults::cutUnderManyCalls)
                        .often(),
                scenario("the request is lost", ConnectionFaults::requestLost).often(),
                scenario("the request is lost, resend off", ConnectionFaults::requestLostWithoutResend),
                scenario("the request is cut in half", ConnectionFaults::requestCutInHalf),
                scenario("the reply is lost", ConnectionFaults::replyLost).often(),
                scenario("the reply is lost, resend off", ConnectionFaults::replyLostWithoutResend),
                scenario("the reply is cut in half", ConnectionFaults::replyCutInHalf)
                        .often(),
                scenario("half closed towards the client", stage -> halfClosed(stage, Way.TO_CLIENT)),
                scenario("half closed towards Centrifugo", stage -> halfClosed(stage, Way.TO_SERVER)),
                scenario("the network vanishes", ConnectionFaults::vanished),
                scenario("refused for a while", ConnectionFaults::refusedForAWhile),
                scenario("never back while the handler runs", ConnectionFaults::neverBack)
                        .often(),
                scenario("called while cut off", ConnectionFaults::calledWhileCutOff)
                        .often(),
                scenario("called while cut off, never back", ConnectionFaults::calledAndNeverBack)
                        .often(),
                scenario("cancelled while cut off", ConnectionFaults::cancelledWhileCutOff),
                scenario("an idempotent call is cut", ConnectionFaults::idempotentCut));
    }

    private static void everyByteIsLate(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        stage.wire().delay(Duration.ofMillis(300));
        FaultyCall.allEndAs(Ending.RESULT, client.calls(20));
    }

    private static void stall(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        stage.wire().hold(Way.TO_SERVER);
        FaultyCall call = client.heldCall();
        stage.wire().awaitHit(Way.TO_SERVER);
        stage.wire().heal();
        call.begun();
        stage.wire().hold(Way.TO_CLIENT);
        call.release();
        stage.wire().awaitHit(Way.TO_CLIENT);
        stage.wire().heal();
        call.endsAs(Ending.RESULT);
    }

    private static void cut(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall().begun();
        stage.wire().cut();
        client.isBack();
        call.release();
        call.endsAs(Ending.RESULT);
    }

    private static void cutWithoutResend(Stage stage) throws Exception {
        FaultyClient client = stage.clientWithoutResend();
        FaultyCall call = client.heldCall().begun();
        stage.wire().cut();
        if (!stage.isPubSub()) {
            call.endsAs(Ending.OUTCOME_UNKNOWN);
        }
        client.isBack();
        call.release();
        call.endsAs(stage.isPubSub() ? Ending.RESULT : Ending.OUTCOME_UNKNOWN);
    }

    private static void cutAgainAndAgain(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall().begun();
        for (int times = 0; times < 5; times++) {
            stage.wire().cut();
            client.isBack();
        }
        call.release();
        call.endsAs(Ending.RESULT);
    }

    private static void cutUnderManyCalls(Stage stage) throws Exception {
        FaultyClient ada = stage.client();
        FaultyClient bob = stage.client();
        List<FaultyCall> ofAda = ada.heldCalls(50);
        List<FaultyCall> ofBob = bob.heldCalls(50);
        for (FaultyCall call : ofAda) {
            call.begun();
        }
        for (FaultyCall call : ofBob) {
            call.begun();
        }
        stage.wire().cut();
        ada.isBack();
        bob.isBack();
        FaultyCall.allBegunAndReleased(ofAda);
        FaultyCall.allBegunAndReleased(ofBob);
        FaultyCall.allEndAs(Ending.RESULT, ofAda);
        FaultyCall.allEndAs(Ending.RESULT, ofBob);
    }

    private static void requestLost(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        stage.wire().swallow(Way.TO_SERVER);
        FaultyCall call = client.call();
        stage.wire().awaitHit(Way.TO_SERVER);
        stage.wire().heal();
        call.endsAs(Ending.RESULT);
    }

    private static void requestLostWithoutResend(Stage stage) throws Exception {
        FaultyClient client = stage.clientWithoutResend();
        stage.wire().swallow(Way.TO_SERVER);
        FaultyCall call = client.call(SHORT);
        stage.wire().awaitHit(Way.TO_SERVER);
        stage.wire().heal();
        call.endsAs(Ending.OUTCOME_UNKNOWN);
        call.ran(0);
    }

    private static void requestCutInHalf(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        stage.wire().cutInHalf(Way.TO_SERVER);
        client.call().endsAs(Ending.RESULT);
    }

    private static void replyLost(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall().begun();
        loseReply(stage, client, call);
        call.endsAs(Ending.RESULT);
    }

    private static void replyLostWithoutResend(Stage stage) throws Exception {
        FaultyClient client = stage.clientWithoutResend();
        FaultyCall call = client.heldCall(SHORT).begun();
        loseReply(stage, client, call);
        call.endsAs(Ending.OUTCOME_UNKNOWN);
    }

    /** Where its acknowledgement has come for sure, what comes next is the reply. */
    static void loseReply(Stage stage, FaultyClient client, FaultyCall call) throws Exception {
        client.isBack();
        stage.wire().swallow(Way.TO_CLIENT);
        call.release();
        stage.wire().awaitHit(Way.TO_CLIENT);
        stage.wire().heal();
    }

    private static void replyCutInHalf(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall().begun();
        client.isBack();
        stage.wire().cutInHalf(Way.TO_CLIENT);
        call.release();
        call.endsAs(Ending.RESULT);
    }

    private static void halfClosed(Stage stage, Way way) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall().begun();
        int before = stage.wire().accepted();
        stage.wire().halfClose(way);
        stage.wire().awaitAcceptedAfter(before);
        client.isBack();
        call.release();
        call.endsAs(Ending.RESULT);
    }

    private static void vanished(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall(LONG).begun();
        int before = stage.wire().accepted();
        stage.wire().swallow(Way.TO_CLIENT);
        stage.wire().swallow(Way.TO_SERVER);
        stage.wire().awaitAcceptedAfter(before);
        stage.wire().heal();
        client.isBack();
        call.release();
        call.endsAs(Ending.RESULT);
    }

    private static void refusedForAWhile(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall().begun();
        stage.cutOff();
        stage.wire().awaitRefusedAfter(stage.wire().refused());
        stage.wire().heal();
        client.isBack();
        call.release();
        call.endsAs(Ending.RESULT);
    }

    private static void neverBack(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall(SHORT).begun();
        stage.wire().refuse();
        call.endsAs(Ending.OUTCOME_UNKNOWN);
    }

    private static void calledWhileCutOff(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        stage.cutOff();
        FaultyCall call = client.call();
        stage.wire().heal();
        call.endsAs(Ending.RESULT);
    }

    private static void calledAndNeverBack(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        stage.cutOff();
        FaultyCall call = client.call(SHORT);
        call.endsAs(Ending.NOT_SENT);
        call.ran(0);
    }

    private static void cancelledWhileCutOff(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall().begun();
        stage.cutOff();
        FaultyCall unsent = client.call();
        call.cancel();
        unsent.cancel();
        unsent.endsAs(Ending.CANCELLED);
        stage.wire().heal();
        client.isBack();
        unsent.ran(0);
    }

    private static void idempotentCut(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldIdempotentCall().begun();
        loseReply(stage, client, call);
        call.endsAs(Ending.RESULT);
    }
}
