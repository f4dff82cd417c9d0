package io.github.centrifugorpc.maven.target;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.maven.target.golang.GoRenderer;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A Go module with one package.
 *
 * @param modulePath for example {@code example.com/acme/tasks}
 * @param packageName the name in the package clauses, {@code client} by default
 * @param websocketModule the library that carries the connection
 * @param version for the client's own name towards the server; Go takes versions from tags
 */
public record GoTarget(
        String modulePath, String packageName, WebsocketModule websocketModule, String version, Path output)
        implements SdkTarget {

    /** The two homes of the same library. */
    public enum WebsocketModule {
        /** {@code nhooyr.io/websocket}: no module path on GitHub, no more fixes. */
        NHOOYR,
        /** {@code github.com/coder/websocket}: its maintained successor. */
        CODER
    }

    @Override
    public String displayName() {
        return "Go";
    }

    @Override
    public String language() {
        return "go";
    }

    @Override
    public Stream<GeneratedFile> render(Contract contract) {
        return new GoRenderer(modulePath, packageName, websocketModule, version).render(contract);
    }
}
