package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.maven.target.GoTarget.WebsocketModule;
import java.util.List;

/**
 * The names of a Go module, and the one module that it needs.
 *
 * @param goVersion the lowest version of Go that can build it
 * @param checksums the lines of {@code go.sum}
 */
public record GoModule(
        String path,
        String packageName,
        String websocketPath,
        String websocketVersion,
        String goVersion,
        List<String> checksums) {

    static GoModule of(String path, String packageName, WebsocketModule websocket) {
        return switch (websocket) {
            case NHOOYR ->
                new GoModule(
                        path,
                        packageName,
                        "nhooyr.io/websocket",
                        "v1.8.11",
                        "1.22",
                        List.of(
                                "nhooyr.io/websocket v1.8.11 h1:f/qXNc2/3DpoSZkHt1DQu6rj4zGC8JmkkLkWss0MgN0=",
                                "nhooyr.io/websocket v1.8.11/go.mod h1:rN9OFWIUwuxg4fR5tELlYC04bXYowCP9GX47ivo2l+c="));
            case CODER ->
                new GoModule(
                        path,
                        packageName,
                        "github.com/coder/websocket",
                        "v1.8.15",
                        "1.23",
                        List.of(
                                "github.com/coder/websocket v1.8.15 h1:6B2JPeOGlpff2Uz6vOEH1Vzpi0iUz20A+lPVhPHtNUA=",
                                "github.com/coder/websocket v1.8.15/go.mod"
                                        + " h1:NX3SzP+inril6yawo5CQXx8+fk145lPDC6pumgx0mVg="));
        };
    }

    /** The import path of the package that writes and reads JSON. */
    String codecPath() {
        return path + "/internal/codec";
    }
}
