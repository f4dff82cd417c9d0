package io.github.centrifugorpc.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.Layout;
import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.target.GoTarget;
import io.github.centrifugorpc.maven.target.PythonTarget;
import io.github.centrifugorpc.maven.target.SdkTarget;
import io.github.centrifugorpc.maven.target.TypeScriptTarget;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TargetsTest {

    private static final Path BASE = Path.of("/project");
    private static final Path OUTPUT = BASE.resolve("opensdk");

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void areAllThreeWithNamesFromTheArtifactId() {
        assertThat(targets("0.1.0-SNAPSHOT", TargetsTest::none).of(null, null, null, null))
                .containsExactly(
                        new PythonTarget("tasks_sdk", "0.1.0.dev0", OUTPUT.resolve("python")),
                        new TypeScriptTarget("tasks-sdk", "0.1.0-SNAPSHOT", OUTPUT.resolve("typescript")),
                        new GoTarget(
                                "tasks-sdk/client",
                                "client",
                                GoTarget.WebsocketModule.NHOOYR,
                                "0.1.0-SNAPSHOT",
                                OUTPUT.resolve("go")));
        assertThat(problems).isEmpty();
    }

    @Test
    void followThePomBeforeProperties() {
        PythonParameters python = new PythonParameters();
        python.packageName = "from_pom";
        python.output = new File("/elsewhere");
        Map<String, String> properties = Map.of(
                "centrifugo.python.packageName", "from_property",
                "centrifugo.go.websocketModule", "coder",
                "centrifugo.go.output", "clients/go");

        List<SdkTarget> targets = targets("1.0", name -> Optional.ofNullable(properties.get(name)))
                .of(List.of("go", " python "), python, null, null);

        assertThat(targets)
                .containsExactly(
                        new PythonTarget("from_pom", "1.0", Path.of("/elsewhere")),
                        new GoTarget(
                                "tasks-sdk/client",
                                "client",
                                GoTarget.WebsocketModule.CODER,
                                "1.0",
                                BASE.resolve("clients/go")));
    }

    @Test
    void sayWhatIsWrongAllAtOnce() {
        GoParameters go = new GoParameters();
        go.websocketModule = "gorilla";

        targets("nightly", TargetsTest::none).of(List.of("python", "rust", "typescript", "go"), null, null, go);
        new Choices(problems).of("layout", "flat", Layout.values(), Layout::wireName);

        assertThat(problems.stream().map(Problem::text)).containsExactly("""
                        [CRPC-306] <languages> is "rust".
                          Fix: write one of python, typescript, go.""", """
                        [CRPC-305] the version "nightly" cannot be told in Python.
                          Fix: in pom.xml <sdkVersion>1.0.0</sdkVersion>, or -Dcentrifugo.sdkVersion=1.0.0""", """
                        [CRPC-305] the version "nightly" cannot be told in TypeScript.
                          Fix: in pom.xml <sdkVersion>1.0.0</sdkVersion>, or -Dcentrifugo.sdkVersion=1.0.0""", """
                        [CRPC-306] <go.websocketModule> is "gorilla".
                          Fix: write one of nhooyr, coder.""", """
                        [CRPC-306] <layout> is "flat".
                          Fix: write one of plain, namespaced.""");
    }

    @Test
    void refuseAnEmptyLanguage() {
        // As Maven reads -Dcentrifugo.languages=, and <language/>.
        targets("1.0", TargetsTest::none).of(Arrays.asList(null, " "), null, null, null);

        assertThat(problems.stream().map(Problem::text)).containsExactly("""
                        [CRPC-306] <languages> is "".
                          Fix: write one of python, typescript, go.""", """
                        [CRPC-306] <languages> is "".
                          Fix: write one of python, typescript, go.""");
    }

    private Targets targets(String version, Function<String, Optional<String>> properties) {
        return new Targets(properties, BASE, OUTPUT, "tasks", version, problems);
    }

    private static Optional<String> none(String property) {
        return Optional.empty();
    }
}
