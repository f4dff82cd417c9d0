package io.github.centrifugorpc.it.sdk;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import io.github.centrifugorpc.it.container.Language;
import io.github.centrifugorpc.it.container.Layout;
import io.github.centrifugorpc.it.scenario.Backend;
import io.github.centrifugorpc.it.scenario.Scenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** What every language's SDK must stand: its gates, every vector, and every scenario on both transports and both layouts. */
abstract class SdkKit {
    private static final List<String> TRANSPORTS = List.of("pubsub", "rpc");

    /** Set by {@code make test-all}. */
    private static final boolean EVERYTHING = Boolean.getBoolean("everything");

    private final Language language;

    SdkKit(Language language) {
        this.language = language;
    }

    @TestFactory
    Stream<DynamicContainer> everythingOnTheDefaultLayout() throws IOException, InterruptedException {
        List<DynamicContainer> runs = new ArrayList<>();
        try (Backend backend = Backend.start(Layout.PLAIN);
                InstalledSdk sdk = InstalledSdk.install(language, Layout.PLAIN)) {
            runs.add(dynamicContainer("gates", sdk.gates()));
            runs.add(dynamicContainer("vectors", sdk.vectors(backend)));
            runs.addAll(scenarios(sdk, backend, scenario -> true));
        }
        return runs.stream();
    }

    @TestFactory
    Stream<DynamicContainer> smokeOnTheOtherLayout() throws IOException {
        try (Backend backend = Backend.start(Layout.NAMESPACED);
                InstalledSdk sdk = InstalledSdk.install(language, Layout.NAMESPACED)) {
            return scenarios(sdk, backend, scenario -> scenario.isSmoke() || EVERYTHING).stream();
        }
    }

    private static List<DynamicContainer> scenarios(InstalledSdk sdk, Backend backend, Predicate<Scenario> isWanted)
            throws IOException {
        List<DynamicContainer> runs = new ArrayList<>();
        for (String transport : TRANSPORTS) {
            List<Scenario> scenarios =
                    Scenario.forTransport(transport).stream().filter(isWanted).toList();
            runs.add(dynamicContainer(transport, sdk.run(scenarios, transport, backend)));
        }
        return runs;
    }
}
