package io.github.centrifugorpc.it.sdk;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import io.github.centrifugorpc.it.container.Language;
import io.github.centrifugorpc.it.container.Layout;
import io.github.centrifugorpc.it.scenario.Backend;
import io.github.centrifugorpc.it.scenario.Scenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every language's SDK must stand: its gates, and every scenario on both transports and both layouts. */
abstract class SdkKit {
    private static final List<String> TRANSPORTS = List.of("pubsub", "rpc");

    private final Language language;

    SdkKit(Language language) {
        this.language = language;
    }

    @TestFactory
    Stream<DynamicTest> gates() throws IOException {
        try (InstalledSdk sdk = InstalledSdk.install(language, Layout.PLAIN)) {
            return sdk.gates();
        }
    }

    @TestFactory
    Stream<DynamicContainer> everyScenarioOnTheDefaultLayout() throws IOException {
        return runOn(Layout.PLAIN, false);
    }

    @TestFactory
    Stream<DynamicContainer> smokeOnTheOtherLayout() throws IOException {
        return runOn(Layout.NAMESPACED, !Boolean.getBoolean("everything"));
    }

    private Stream<DynamicContainer> runOn(Layout layout, boolean isSmokeOnly) throws IOException {
        List<DynamicContainer> runs = new ArrayList<>();
        try (Backend backend = Backend.start(layout);
                InstalledSdk sdk = InstalledSdk.install(language, layout)) {
            for (String transport : TRANSPORTS) {
                List<Scenario> scenarios = Scenario.forTransport(transport).stream()
                        .filter(scenario -> scenario.isSmoke() || !isSmokeOnly)
                        .toList();
                runs.add(dynamicContainer(transport, sdk.run(scenarios, transport, backend)));
            }
        }
        return runs.stream();
    }
}
