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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every language's SDK makes of every fault, on both transports; ends with the table of all calls. */
abstract class FaultKit {
    private static final List<String> TRANSPORTS = List.of("pubsub", "rpc");

    /** Set by {@code make test-all}. */
    private static final boolean EVERYTHING = Boolean.getBoolean("everything");

    /** A part of the names of the scenarios to play, where somebody looks for a mistake. */
    private static final String WANTED = System.getProperty("faults", "");

    /** Set by {@code make soak}, which plays no scenarios; all languages together soak so long. */
    private static final Optional<Duration> SOAK =
            Optional.ofNullable(Integer.getInteger("soak.minutes")).map(Duration::ofMinutes);

    private final Language language;

    FaultKit(Language language) {
        this.language = language;
    }

    @TestFactory
    Stream<DynamicNode> faults() throws IOException {
        FaultTable table = new FaultTable();
        Theatre theatre = Theatre.open(language, Layout.PLAIN, table);
        Duration soak = SOAK.orElse(Duration.ofMinutes(1)).dividedBy(Language.values().length);
        List<DynamicNode> tests = new ArrayList<>();
        if (SOAK.isEmpty()) {
            TRANSPORTS.forEach(transport -> tests.add(scenarios(theatre, transport)));
        }
        tests.add(dynamicTest("soak", () -> theatre.soak(soak)));
        tests.add(dynamicTest(
                "the table", () -> table.write(ItFolder.resolve("target/faults/" + language.folder() + ".md"))));
        return tests.stream().onClose(theatre::close);
    }

    private DynamicContainer scenarios(Theatre theatre, String transport) {
        Stream<DynamicTest> tests = FaultScenario.played(EVERYTHING).stream()
                .filter(scenario -> scenario.name().contains(WANTED))
                .map(scenario -> dynamicTest(scenario.name(), () -> theatre.play(scenario, transport)));
        return dynamicContainer(transport, tests);
    }
}
