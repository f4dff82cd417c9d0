package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.maven.target.GeneratedFile;
import io.github.centrifugorpc.maven.target.GoTarget.WebsocketModule;
import java.util.stream.Stream;

/** The files of a Go SDK. */
public final class GoRenderer {

    private final String modulePath;
    private final String packageName;
    private final WebsocketModule websocketModule;
    private final String version;

    public GoRenderer(String modulePath, String packageName, WebsocketModule websocketModule, String version) {
        this.modulePath = modulePath;
        this.packageName = packageName;
        this.websocketModule = websocketModule;
        this.version = version;
    }

    public Stream<GeneratedFile> render(Contract contract) {
        throw new IllegalStateException(
                "no Go templates yet for " + modulePath + " " + packageName + " " + websocketModule + " " + version);
    }
}
