package io.github.centrifugorpc.it.fault;

import io.github.centrifugorpc.it.fault.FaultyWire.Way;
import io.github.centrifugorpc.it.scenario.ScenarioServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Calls on both transports without end, and faults by chance among them; the same seed gives the same faults. */
final class Soak {
    private static final int CLIENTS = 3;

    /** Fewer than the server lets one user have in flight. */
    private static final int MOST_IN_FLIGHT = 200;

    private static final int LONGEST_PAUSE_MILLIS = 400;

    private static final int CALLS_AFTERWARDS = 10;

    private final Random random;
    private final Site site;
    private final Puppet puppet;
    private final List<Stage> stages;
    private final List<Fault> faults;

    /** Something that fails until the site is healed. */
    @FunctionalInterface
    private interface Fault {
        void happen() throws InterruptedException;
    }

    /** A soak on stages of the same site and puppet. */
    Soak(long seed, List<Stage> stages) {
        this.random = new Random(seed);
        this.stages = stages;
        this.site = stages.get(0).site();
        this.puppet = stages.get(0).puppet();
        this.faults = new ArrayList<>(Stream.of(site.clientWire(), site.proxyWire(), site.apiWire())
                .flatMap(Soak::faultsOf)
                .toList());
        for (ScenarioServer server : site.servers()) {
            faults.add(server::kill);
            faults.add(server::stop);
        }
        faults.add(site.centrifugo()::crash);
        faults.add(site.centrifugo()::restart);
        faults.add(this::sleep);
    }

    /** Makes calls and lets things fail until the time is over, then heals all: each call has a result again. */
    void run(Duration duration) throws InterruptedException {
        Instant end = Instant.now().plus(duration);
        List<Line> lines = new ArrayList<>();
        for (Stage stage : stages) {
            for (int number = 0; number < CLIENTS; number++) {
                lines.add(new Line(stage.client()));
            }
        }
        while (Instant.now().isBefore(end)) {
            for (Line line : lines) {
                line.callMore();
            }
            pause();
            faults.get(random.nextInt(faults.size())).happen();
            for (Line line : lines) {
                line.callMore();
            }
            pause();
            site.heal();
            for (Line line : lines) {
                line.makeRoom();
            }
        }
        site.heal();
        for (Line line : lines) {
            line.client.isBack();
            FaultyCall.allEndAs(Ending.RESULT, line.client.calls(CALLS_AFTERWARDS));
        }
    }

    private static Stream<Fault> faultsOf(FaultyWire wire) {
        return Stream.of(
                wire::cut,
                wire::refuse,
                () -> wire.delay(Duration.ofMillis(LONGEST_PAUSE_MILLIS)),
                () -> wire.hold(Way.TO_CLIENT),
                () -> wire.hold(Way.TO_SERVER),
                () -> wire.swallow(Way.TO_CLIENT),
                () -> wire.swallow(Way.TO_SERVER),
                () -> wire.cutInHalf(Way.TO_CLIENT),
                () -> wire.cutInHalf(Way.TO_SERVER),
                () -> wire.halfClose(Way.TO_CLIENT),
                () -> wire.halfClose(Way.TO_SERVER));
    }

    private void sleep() {
        puppet.pause();
        try {
            site.clientWire().cut();
            pause();
        } finally {
            puppet.unpause();
        }
    }

    private void pause() {
        stages.get(0).until(Instant.now().plusMillis(random.nextInt(LONGEST_PAUSE_MILLIS)));
    }

    /** One client and those of its calls that may not have ended. */
    private final class Line {
        private final FaultyClient client;
        private final List<FaultyCall> inFlight = new ArrayList<>();

        Line(FaultyClient client) {
            this.client = client;
        }

        void callMore() {
            inFlight.addAll(client.calls(random.nextInt(15)));
        }

        void makeRoom() throws InterruptedException {
            while (inFlight.size() > MOST_IN_FLIGHT - 2 * 15) {
                inFlight.remove(0).ending();
            }
        }
    }
}
