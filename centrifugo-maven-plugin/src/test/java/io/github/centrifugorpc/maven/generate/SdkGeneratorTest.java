package io.github.centrifugorpc.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.Layout;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.Naming;
import io.github.centrifugorpc.maven.generate.GenerateResult.Outcome;
import io.github.centrifugorpc.maven.scan.ScanRequest;
import io.github.centrifugorpc.maven.target.GoTarget;
import io.github.centrifugorpc.maven.target.PythonTarget;
import io.github.centrifugorpc.maven.target.SdkTarget;
import io.github.centrifugorpc.maven.target.TypeScriptTarget;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SdkGeneratorTest {

    private static final Path CORPUS = Path.of("..", "it", "corpus", "contracts");

    @TempDir
    Path folder;

    @Test
    void theSameHandlersGiveTheSameBytesAnywhere() throws IOException {
        Path here = copy("here", List.of("docs", "defaults", "containers"));
        // Another folder, in which the files were made in another order.
        Path there = copy("a longer path/there", List.of("containers", "docs", "defaults"));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            generate(here);
            // Where lower case of I is not i, and where days begin at another time.
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            generate(there);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        Map<String, String> files = read(here);
        assertThat(files).containsKeys("opensdk/python/client.py", "opensdk/.centrifugo-rpc.json");
        assertThat(read(there)).isEqualTo(files);
    }

    @Test
    void anSdkMayHaveTheFolderToItself() throws IOException {
        Path base = copy("alone", List.of("docs"));
        Path output = base.resolve("opensdk");
        PythonTarget alone = new PythonTarget("tasks_sdk", "1.0.0", output);

        generate(base, List.of(alone));
        GenerateResult again = generate(base, List.of(alone));

        assertThat(again.clients())
                .singleElement()
                .matches(client -> client.changes().isEmpty());
        assertThat(output.resolve("README.md")).content().contains("tasks_sdk");
    }

    @Test
    void nothingIsTouchedWhenNothingIsFound() {
        GenerateResult result = generate(folder);

        assertThat(result.outcome()).isEqualTo(Outcome.NOTHING_FOUND);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothingIsTouchedWhenSomethingIsWrong() throws IOException {
        Path source = folder.resolve("src/Handlers.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "class Handlers { @io.github.centrifugorpc.WebsocketRpc(\"X\") public void x() {} }");

        GenerateResult result = generate(folder);

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.problems()).hasSize(1);
        assertThat(folder.toFile().list()).containsExactly("src");
    }

    @Test
    @Timeout(120)
    void aThousandMethodsTakeSeconds() throws IOException {
        Path sources = folder.resolve("src");
        Files.createDirectories(sources);
        for (int group = 0; group < 20; group++) {
            StringBuilder source = new StringBuilder("public final class Handlers" + group + " {\n");
            for (int i = group * 50; i < (group + 1) * 50; i++) {
                source.append("  /** Method ")
                        .append(i)
                        .append(". */\n")
                        .append("  @io.github.centrifugorpc.WebsocketRpc(\"group")
                        .append(group)
                        .append(".method")
                        .append(i)
                        .append("\")\n  public Result")
                        .append(i)
                        .append(" method")
                        .append(i)
                        .append("(Params")
                        .append(i)
                        .append(" params) { return null; }\n")
                        .append("  public record Params")
                        .append(i)
                        .append("(String id, int count, java.util.List<String> tags) {}\n")
                        .append("  public record Result")
                        .append(i)
                        .append("(String id, java.util.Map<String, Long> sums) {}\n");
            }
            Files.writeString(sources.resolve("Handlers" + group + ".java"), source.append("}\n"));
        }

        long start = System.nanoTime();
        GenerateResult result = generate(folder);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        assertThat(result.contract().methods()).hasSize(1000);
        assertThat(result.contract().types()).hasSize(2000);
        // A loose limit: it finds what grows with the square of the size, on a machine that is busy.
        assertThat(taken).isLessThan(Duration.ofSeconds(60));
    }

    private GenerateResult generate(Path base) {
        Path output = base.resolve("opensdk");
        return generate(
                base,
                List.of(
                        new PythonTarget("tasks_sdk", "1.0.0", output.resolve("python")),
                        new TypeScriptTarget("tasks-sdk", "1.0.0", output.resolve("typescript")),
                        new GoTarget(
                                "example.com/tasks/client",
                                "client",
                                GoTarget.WebsocketModule.NHOOYR,
                                "1.0.0",
                                output.resolve("go"))));
    }

    private GenerateResult generate(Path base, List<SdkTarget> targets) {
        Path sources = base.resolve("src");
        ScanRequest scan = new ScanRequest(
                base,
                List.of(sources),
                List.of(),
                List.of(sources),
                classPath(),
                StandardCharsets.UTF_8,
                new ScanRequest.Settings("tasks", Layout.PLAIN, Naming.SNAKE_CASE, Longs.NUMBER, Map.of(), Map.of()));
        return new SdkGenerator()
                .generate(
                        new GenerateRequest(scan, targets, base.resolve("opensdk"), List.of(base.resolve("classes"))));
    }

    /** A project with the handlers of several cases, each in a package of its own. */
    private Path copy(String name, List<String> cases) throws IOException {
        Path base = folder.resolve(name);
        for (String example : cases) {
            Path target = base.resolve("src").resolve(example);
            Files.createDirectories(target);
            String source = Files.readString(CORPUS.resolve(example).resolve("handlers/corpus/Handlers.java"));
            Files.writeString(
                    target.resolve("Handlers.java"), source.replace("package corpus;", "package " + example + ";"));
        }
        return base;
    }

    private static Map<String, String> read(Path base) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (var files = Files.walk(base)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> found.put(base.relativize(file).toString().replace('\\', '/'), text(file)));
        }
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(".*(centrifugo-rpc-api|jspecify).*"))
                .map(Path::of)
                .toList();
    }
}
