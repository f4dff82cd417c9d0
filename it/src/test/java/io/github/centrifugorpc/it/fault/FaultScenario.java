package io.github.centrifugorpc.it.fault;

import java.util.List;
import java.util.stream.Stream;

/** A fault by name, and what must come of the calls that it hits. */
record FaultScenario(String name, Plot plot, boolean isOften) {
    /** What happens, and what is expected. */
    @FunctionalInterface
    interface Plot {
        void play(Stage stage) throws Exception;
    }

    /** What can happen where one server answers all clients. */
    static List<FaultScenario> ofOneServer() {
        return Stream.of(
                        CallFaults.all(),
                        ConnectionFaults.all(),
                        BackendFaults.all(),
                        ServerFaults.all(),
                        ClientFaults.all())
                .flatMap(List::stream)
                .toList();
    }

    /** A scenario of {@code make test-all}. */
    static FaultScenario scenario(String name, Plot plot) {
        return new FaultScenario(name, plot, false);
    }

    /** The same, in {@code make test} too. */
    FaultScenario often() {
        return new FaultScenario(name, plot, true);
    }
}
