package io.github.centrifugorpc.it.fault;

import static io.github.centrifugorpc.it.fault.FaultScenario.scenario;

import io.github.centrifugorpc.it.scenario.ScenarioServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What becomes of calls that three servers answer in turn, which share in Redis what they have run. */
final class ReplicaFaults {
    private static final int TIMES = 4;

    private ReplicaFaults() {}

    static List<FaultScenario> all() {
        return List.of(
                scenario("sent again to other servers while the handler runs", ReplicaFaults::sentAgain)
                        .often(),
                scenario("the reply is lost, and another server is asked for it", ReplicaFaults::replyLost)
                        .often(),
                scenario("the server that runs the call dies, and others are asked", ReplicaFaults::runningServerDies)
                        .often(),
                scenario("all servers die but the one that runs the call", ReplicaFaults::otherServersDie),
                scenario("every server is stopped and started in turn", ReplicaFaults::restartedInTurn));
    }

    private static void sentAgain(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall().begun();
        for (int times = 0; times < TIMES; times++) {
            stage.wire().cut();
            client.isBack();
        }
        call.release();
        call.endsAs(Ending.RESULT);
        call.ran(1);
    }

    private static void replyLost(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        for (int times = 0; times < TIMES; times++) {
            FaultyCall call = client.heldCall().begun();
            ConnectionFaults.loseReply(stage, client, call);
            call.endsAs(Ending.RESULT);
            call.ran(1);
        }
    }

    /** Its claim lapses, and nobody runs the call again. */
    private static void runningServerDies(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall().begun();
        client.isBack();
        stage.site().serverOf(call).kill();
        stage.wire().cut();
        call.endsAs(Ending.OUTCOME_UNKNOWN);
        call.ran(1);
        client.isBack();
    }

    private static void otherServersDie(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall().begun();
        for (ScenarioServer server : stage.site().servers()) {
            if (server != stage.site().serverOf(call)) {
                server.kill();
            }
        }
        stage.wire().cut();
        client.isBack();
        call.release();
        call.endsAs(Ending.RESULT);
        call.ran(1);
    }

    private static void restartedInTurn(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        for (ScenarioServer server : stage.site().servers()) {
            List<FaultyCall> calls = client.heldCalls(20);
            for (FaultyCall call : calls) {
                call.begun();
            }
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::stop);
            calls.forEach(FaultyCall::release);
            FaultyCall.allEndAs(Ending.RESULT, calls);
            stopping.join();
            server.start();
        }
    }
}
