package io.github.centrifugorpc.it.fault;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.centrifugorpc.it.container.ItFolder;
import io.github.centrifugorpc.it.container.Language;
import io.github.centrifugorpc.it.container.Layout;
import java.io.IOException;
import java.util.List;
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

    private final Language language;

    FaultKit(Language language) {
        this.language = language;
    }

    @TestFactory
    Stream<DynamicNode> faults() throws IOException {
        FaultTable table = new FaultTable();
        Theatre theatre = Theatre.open(language, Layout.PLAIN, table);
        Stream<DynamicNode> runs = TRANSPORTS.stream().map(transport -> (DynamicNode) scenarios(theatre, transport));
        return Stream.concat(runs, Stream.of(dynamicTest("the table", () -> {
                    table.write(ItFolder.resolve("target/faults/" + language.folder() + ".md"));
                })))
                .onClose(theatre::close);
    }

    private DynamicContainer scenarios(Theatre theatre, String transport) {
        Stream<DynamicTest> tests = FaultScenario.forLanguage(language, EVERYTHING).stream()
                .map(scenario -> dynamicTest(scenario.name(), () -> theatre.play(scenario, transport)));
        return dynamicContainer(transport, tests);
    }
}
