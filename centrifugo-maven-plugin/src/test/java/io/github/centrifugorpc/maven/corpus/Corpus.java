package io.github.centrifugorpc.maven.corpus;

import io.github.centrifugorpc.contract.Layout;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.Naming;
import io.github.centrifugorpc.maven.check.ContractChecker;
import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.scan.HandlerScanner;
import io.github.centrifugorpc.maven.scan.ScanRequest;
import io.github.centrifugorpc.maven.scan.ScanResult;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The projects under {@code it/corpus}, and how they are read. */
final class Corpus {

    private static final Path ROOT = Path.of("..", "it", "corpus");

    private Corpus() {}

    /** The folders of one kind of case, sorted. */
    static List<Path> cases(String kind) {
        try (var folders = Files.list(ROOT.resolve(kind))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path example(String name) {
        return ROOT.resolve("contracts").resolve(name);
    }

    static ScanResult scan(Path sources, ScanRequest.Settings settings) {
        return new HandlerScanner()
                .scan(new ScanRequest(
                        sources,
                        List.of(sources),
                        List.of(),
                        List.of(sources),
                        classPath(),
                        StandardCharsets.UTF_8,
                        settings));
    }

    /** The settings of a case: the defaults, but for what its {@code case.properties} says. */
    static ScanRequest.Settings settings(Path example) {
        Properties written = new Properties();
        Path file = example.resolve("case.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                written.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new ScanRequest.Settings(
                "corpus",
                Layout.valueOf(upper(written.getProperty("layout", "plain"))),
                Naming.valueOf(upper(written.getProperty("naming", "snake_case"))),
                Longs.valueOf(upper(written.getProperty("longs", "number"))),
                below("typeNames.", written),
                below("typeMappings.", written));
    }

    private static Map<String, String> below(String prefix, Properties written) {
        return written.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toMap(name -> name.substring(prefix.length()), written::getProperty));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    /** What scan and check say together, as the plugin reports it. */
    static List<Problem> problems(ScanResult scan) {
        List<Problem> problems = new ArrayList<>(scan.problems());
        problems.addAll(new ContractChecker().check(scan.contract(), targets()));
        return problems;
    }

    static List<SdkTarget> targets() {
        return List.of(
                new PythonTarget("corpus_sdk", "0.1.0.dev0", Path.of("python")),
                new TypeScriptTarget("corpus-sdk", "0.1.0-SNAPSHOT", Path.of("typescript")),
                new GoTarget(
                        "example.com/corpus/client",
                        "client",
                        GoTarget.WebsocketModule.NHOOYR,
                        "0.1.0-SNAPSHOT",
                        Path.of("go")));
    }

    /** The annotations of handlers, of Jackson and of JSpecify, from the class path of this test. */
    private static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(".*(centrifugo-rpc-api|jackson-|jspecify|validation-api).*"))
                .map(Path::of)
                .toList();
    }
}
