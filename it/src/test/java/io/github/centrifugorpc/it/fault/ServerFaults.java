package io.github.centrifugorpc.it.fault;

import static io.github.centrifugorpc.it.fault.FaultScenario.scenario;

import io.github.centrifugorpc.it.scenario.ScenarioServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What becomes of calls when the server, Centrifugo or both end. */
final class ServerFaults {
    private static final Duration SHORT = Duration.ofSeconds(5);

    private ServerFaults() {}

    static List<FaultScenario> all() {
        return List.of(
                scenario("the server stops while the handler runs", ServerFaults::stopped)
                        .often(),
                scenario("the server dies while the handler runs", ServerFaults::killed)
                        .often(),
                scenario("the server is started again after the first attempt", ServerFaults::startedAgain),
                scenario("the server is restarted between calls", ServerFaults::restartedBetweenCalls),
                scenario("Centrifugo restarts while the handler runs", ServerFaults::centrifugoRestarts)
                        .often(),
                scenario("Centrifugo dies while the handler runs", ServerFaults::centrifugoDies),
                scenario("Centrifugo and the server die while the handler runs", ServerFaults::bothDie));
    }

    /** A server that is told to stop lets what runs end. */
    private static void stopped(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall().begun();
        ScenarioServer server = stage.site().server();
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::stop);
        call.release();
        call.endsAs(Ending.RESULT);
        stopping.join();
        server.start();
        client.isBack();
    }

    /** Nobody knows how far the handler came, so nobody runs it again; on pubsub nobody even says that it is gone. */
    private static void killed(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall(SHORT).begun();
        client.isBack();
        stage.site().server().kill();
        stage.site().server().start();
        call.endsAs(stage.isPubSub() ? Ending.TIMEOUT : Ending.OUTCOME_UNKNOWN);
        client.isBack();
    }

    /** The new server does not know whether the old one ran the first attempt. */
    private static void startedAgain(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyWire wire = stage.site().proxyWire();
        int refused = wire.refused();
        stage.site().server().kill();
        FaultyCall call = client.call();
        wire.awaitRefusedAfter(refused);
        stage.site().server().start();
        call.endsAs(Ending.OUTCOME_UNKNOWN);
        call.ran(0);
        client.isBack();
    }

    private static void restartedBetweenCalls(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        client.call().endsAs(Ending.RESULT);
        stage.site().server().stop();
        stage.site().server().start();
        client.call().endsAs(Ending.RESULT);
    }

    private static void centrifugoRestarts(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall().begun();
        stage.site().centrifugo().restart();
        client.isBack();
        call.release();
        call.endsAs(Ending.RESULT);
    }

    private static void centrifugoDies(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall().begun();
        stage.site().centrifugo().crash();
        client.isBack();
        call.release();
        call.endsAs(Ending.RESULT);
    }

    private static void bothDie(Stage stage) throws Exception {
        FaultyClient client = stage.client();
        FaultyCall call = client.heldCall(SHORT).begun();
        stage.site().server().kill();
        stage.site().centrifugo().crash();
        stage.site().server().start();
        call.endsAs(Ending.OUTCOME_UNKNOWN);
        client.isBack();
        call.ran(1);
    }
}
