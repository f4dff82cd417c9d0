package io.github.centrifugorpc.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.Layout;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.Naming;
import io.github.centrifugorpc.maven.generate.GenerateRequest;
import io.github.centrifugorpc.maven.generate.SdkGenerator;
import io.github.centrifugorpc.maven.scan.ScanRequest;
import io.github.centrifugorpc.maven.target.GoTarget;
import io.github.centrifugorpc.maven.target.PythonTarget;
import io.github.centrifugorpc.maven.target.TypeScriptTarget;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build of the sample prints, which the papers show; {@code make docs} writes it anew. */
class BuildReportTest {

    private static final Path SAMPLE = Path.of("..", "it", "demo");
    private static final Path SOURCES = SAMPLE.resolve("server/src/main/java");
    private static final Path SHOWN = SAMPLE.resolve("generate-sources.txt");

    @TempDir
    private Path folder;

    @Test
    void saysWhatWasFoundAndGenerated() throws IOException {
        String printed = printed();
        if (Boolean.getBoolean("papers.update")) {
            Files.writeString(SHOWN, printed);
        }

        assertThat(printed).as("run `make docs` to write it anew").isEqualTo(Files.readString(SHOWN));
    }

    @Test
    void saysWhatIsUpToDate() {
        printed();

        assertThat(printed()).contains("""
                        [INFO] ✓ Python client is up to date
                        [INFO] ✓ TypeScript client is up to date
                        [INFO] ✓ Go client is up to date
                        [INFO] All 3 client(s) are up to date
                        """);
    }

    private String printed() {
        Recorder log = new Recorder();
        new BuildReport(log, "✓", false).print(new SdkGenerator().generate(request()), folder);
        return log.text.toString();
    }

    private GenerateRequest request() {
        Path handlers = SOURCES.resolve("io/github/centrifugorpc/demo");
        ScanRequest scan = new ScanRequest(
                folder,
                List.of(handlers.resolve("ServerHandlers.java"), handlers.resolve("TaskHandlers.java")),
                List.of(),
                List.of(SOURCES),
                classPath(),
                StandardCharsets.UTF_8,
                new ScanRequest.Settings("tasks", Layout.PLAIN, Naming.SNAKE_CASE, Longs.NUMBER, Map.of(), Map.of()));
        return new GenerateRequest(
                scan,
                List.of(
                        new PythonTarget("tasks_sdk", "1.0", folder.resolve("opensdk/python")),
                        new TypeScriptTarget("tasks-sdk", "1.0.0", folder.resolve("opensdk/typescript")),
                        new GoTarget(
                                "example.com/tasks-sdk",
                                "client",
                                GoTarget.WebsocketModule.NHOOYR,
                                "1.0",
                                folder.resolve("opensdk/go"))),
                folder.resolve("opensdk"),
                List.of());
    }

    private static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** Maven's own log, as a console shows it. */
    private static final class Recorder extends SystemStreamLog {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void info(CharSequence line) {
            text.append("[INFO] ").append(line).append('\n');
        }

        @Override
        public void warn(CharSequence line) {
            text.append("[WARNING] ").append(line).append('\n');
        }
    }
}
