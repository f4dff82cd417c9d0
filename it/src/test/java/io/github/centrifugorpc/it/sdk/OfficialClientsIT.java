package io.github.centrifugorpc.it.sdk;

import io.github.centrifugorpc.it.container.Language;
import io.github.centrifugorpc.it.container.Layout;
import io.github.centrifugorpc.it.scenario.Backend;
import io.github.centrifugorpc.it.scenario.Scenario;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Centrifugo's own clients make raw calls, as somebody without our SDK would. */
class OfficialClientsIT {
    @TestFactory
    Stream<DynamicTest> python() throws IOException {
        return callsOf(Language.PYTHON, "official-python");
    }

    @TestFactory
    Stream<DynamicTest> typescript() throws IOException {
        return callsOf(Language.TYPESCRIPT, "official-typescript");
    }

    private static Stream<DynamicTest> callsOf(Language language, String driver) throws IOException {
        try (Backend backend = Backend.start(Layout.PLAIN);
                InstalledSdk client = InstalledSdk.install(language, Layout.PLAIN, driver)) {
            return client.run(Scenario.in("official-clients.json"), "pubsub", backend);
        }
    }
}
