package io.github.centrifugorpc.it.fault;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.centrifugorpc.it.container.ItFolder;
import io.github.centrifugorpc.it.container.Language;
import io.github.centrifugorpc.it.container.Layout;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What every language's SDK makes of every fault, on both transports; ends with the table of all calls. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultKit {
    private static final List<String> TRANSPORTS = List.of("pubsub", "rpc");

    /** Set by {@code make test-all}. */
    private static final boolean EVERYTHING = Boolean.getBoolean("everything");

    /** A part of the names of the scenarios to play, where somebody looks for a mistake. */
    private static final String WANTED = System.getProperty("faults", "");

    /** Set by {@code make soak}, which plays no scenarios; all languages together soak so long. */
    private static final Optional<Duration> SOAK =
            Optional.ofNullable(Integer.getInteger("soak.minutes")).map(Duration::ofMinutes);

    /** One for each language with one server, and one with three. */
    private static final int SOAKS = 2 * Language.values().length;

    private final Language language;
    private final FaultTable table = new FaultTable();
    private @Nullable Puppet puppet;

    FaultKit(Language language) {
        this.language = language;
    }

    @BeforeAll
    void startPuppet() throws IOException {
        puppet = Puppet.start(language, Layout.PLAIN);
    }

    @TestFactory
    Stream<DynamicNode> oneServer() {
        return tests("one server", Site.start(Layout.PLAIN), FaultScenario.ofOneServer());
    }

    @TestFactory
    Stream<DynamicNode> threeServers() {
        return tests("three servers", Site.startReplicas(Layout.PLAIN), ReplicaFaults.all());
    }

    @AfterAll
    void endPuppet() throws IOException {
        table.write(ItFolder.resolve("target/faults/" + language.folder() + ".md"));
        Objects.requireNonNull(puppet).close();
    }

    private Stream<DynamicNode> tests(String name, Site site, List<FaultScenario> scenarios) {
        Theatre theatre = new Theatre(site, Objects.requireNonNull(puppet), table);
        List<DynamicNode> tests = new ArrayList<>();
        if (SOAK.isEmpty()) {
            for (String transport : TRANSPORTS) {
                tests.add(dynamicContainer(
                        transport,
                        scenarios.stream()
                                .filter(scenario -> scenario.isOften() || EVERYTHING)
                                .filter(scenario -> scenario.name().contains(WANTED))
                                .map(scenario ->
                                        dynamicTest(scenario.name(), () -> theatre.play(scenario, transport)))));
            }
        }
        Duration soak = SOAK.orElse(Duration.ofMinutes(1)).dividedBy(SOAKS);
        tests.add(dynamicTest("soak", () -> theatre.soak("soak of " + name, soak)));
        return tests.stream().onClose(theatre::close);
    }
}
