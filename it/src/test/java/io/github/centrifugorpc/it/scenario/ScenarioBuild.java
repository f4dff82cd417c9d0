package io.github.centrifugorpc.it.scenario;

import io.github.centrifugorpc.it.container.ItFolder;
import io.github.centrifugorpc.it.container.Layout;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Maven made of {@code it/scenarios/server} for each layout, before the tests started. */
public final class ScenarioBuild {
    private ScenarioBuild() {}

    /** The folder {@code opensdk} that the plugin wrote. */
    public static Path sdksFor(Layout layout) {
        return existing(project(layout).resolve("opensdk"));
    }

    static Path jarFor(Layout layout) {
        return existing(project(layout).resolve("target/scenarios-0.1.0-SNAPSHOT.jar"));
    }

    private static Path project(Layout layout) {
        return ItFolder.resolve("target/scenarios/" + layout.wireName() + "/server");
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalStateException(
                    path + " is missing. Fix: run the tests by Maven (make it), which builds it.");
        }
        return path;
    }
}
