package io.github.centrifugorpc.it.fault;

import io.github.centrifugorpc.it.container.Language;
import io.github.centrifugorpc.it.container.Layout;
import java.io.IOException;
import java.util.List;

/** A site and the puppet of one language, which play one scenario after the other. */
final class Theatre implements AutoCloseable {
    private final Site site;
    private final Puppet puppet;
    private final FaultTable table;

    private Theatre(Site site, Puppet puppet, FaultTable table) {
        this.site = site;
        this.puppet = puppet;
        this.table = table;
    }

    /** Starts both; what becomes of calls goes into the table. */
    static Theatre open(Language language, Layout layout, FaultTable table) throws IOException {
        Site site = Site.start(layout);
        try {
            return new Theatre(site, Puppet.start(language, layout), table);
        } catch (IOException | RuntimeException | AssertionError e) {
            site.close();
            throw e;
        }
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

    @Override
    public void close() {
        try (site) {
            puppet.close();
        }
    }
}
