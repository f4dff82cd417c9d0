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
import org.junit.jupiter.api.TestFactory;

/** Chromium loads the bundled TypeScript SDK and calls, from an origin that Centrifugo allows and from another. */
class BrowserIT {
    @TestFactory
    Stream<DynamicContainer> everyTransport() throws IOException {
        List<DynamicContainer> runs = new ArrayList<>();
        try (Backend backend = Backend.start(Layout.PLAIN);
                InstalledSdk browser = InstalledSdk.install(Language.TYPESCRIPT, Layout.PLAIN, "browser")) {
            for (String transport : List.of("pubsub", "rpc")) {
                runs.add(dynamicContainer(transport, browser.run(Scenario.in("browser.json"), transport, backend)));
            }
        }
        return runs.stream();
    }
}
