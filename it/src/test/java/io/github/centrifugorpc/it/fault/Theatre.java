package io.github.centrifugorpc.it.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A site and a puppet, which play one scenario after the other. */
final class Theatre implements AutoCloseable {
    private final Site site;
    private final Puppet puppet;
    private final FaultTable table;

    /** What becomes of calls goes into the table; the site ends with the theatre, the puppet may go on to another. */
    Theatre(Site site, Puppet puppet, FaultTable table) {
        this.site = site;
        this.puppet = puppet;
        this.table = table;
    }

    /** Plays the scenario, and holds its calls to what all calls must fulfil. */
    void play(FaultScenario scenario, String transport) throws Exception {
        Stage stage = new Stage(site, puppet, transport);
        try {
            try {
                scenario.plot().play(stage);
            } finally {
                table.add(stage.end(scenario.name()));
            }
            List<String> faults = stage.faults();
            if (!faults.isEmpty()) {
                throw new AssertionError(String.join("\n", faults));
            }
        } catch (Exception | AssertionError e) {
            throw new AssertionError(e + "\n" + site.log(), e);
        }
    }

    /** Lets calls run and things fail by chance for so long, and holds the calls to what all calls must fulfil. */
    void soak(String name, Duration duration) throws Exception {
        long seed = Long.getLong("soak.seed", System.nanoTime());
        System.out.println("Soak of " + duration + " with -Dsoak.seed=" + seed);
        List<Stage> stages = List.of(new Stage(site, puppet, "pubsub"), new Stage(site, puppet, "rpc"));
        List<String> faults = new ArrayList<>();
        try {
            new Soak(seed, stages).run(duration);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("-Dsoak.seed=" + seed + ": " + e + "\n" + site.log(), e);
        } finally {
            for (Stage stage : stages) {
                table.add(stage.end(name));
                faults.addAll(stage.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new AssertionError("-Dsoak.seed=" + seed + ":\n" + String.join("\n", faults) + "\n" + site.log());
        }
    }

    @Override
    public void close() {
        site.close();
    }
}
