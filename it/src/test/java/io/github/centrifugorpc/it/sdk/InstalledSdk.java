package io.github.centrifugorpc.it.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.centrifugorpc.it.container.ItFolder;
import io.github.centrifugorpc.it.container.Language;
import io.github.centrifugorpc.it.container.LanguageContainer;
import io.github.centrifugorpc.it.container.LanguageContainer.Outcome;
import io.github.centrifugorpc.it.container.Layout;
import io.github.centrifugorpc.it.container.Workspace;
import io.github.centrifugorpc.it.scenario.Backend;
import io.github.centrifugorpc.it.scenario.Scenario;
import io.github.centrifugorpc.it.scenario.ScenarioBuild;
import io.github.centrifugorpc.it.wire.LibraryVectors;
import io.github.centrifugorpc.it.wire.WireVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** One SDK in its language's container, installed by the driver's script. {@code it/README.md} describes the scripts. */
public final class InstalledSdk implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration INSTALL_LIMIT = Duration.ofMinutes(5);
    private static final Duration GATES_LIMIT = Duration.ofMinutes(10);
    private static final Duration RUN_LIMIT = Duration.ofMinutes(5);
    private static final String REPORTS = "/work/reports";

    private final Language language;
    private final Path reportFolder;
    private final LanguageContainer container;

    private InstalledSdk(Language language, Path reportFolder, LanguageContainer container) {
        this.language = language;
        this.reportFolder = reportFolder;
        this.container = container;
    }

    /** Starts the container and installs the SDK that was generated for the layout. */
    public static InstalledSdk install(Language language, Layout layout) throws IOException {
        return install(language, layout, language.folder());
    }

    /** As {@link #install(Language, Layout)}, with another folder of {@code it/drivers} than the language's own. */
    static InstalledSdk install(Language language, Layout layout, String driver) throws IOException {
        Path folder = ItFolder.resolve("target/workspace/" + driver + "-" + layout.wireName());
        Workspace workspace = Workspace.in(folder)
                .with(ScenarioBuild.sdksFor(layout), "opensdk")
                .with(ItFolder.resolve("../sdk-templates/" + language.folder()), "sdk-templates/" + language.folder())
                .with(ItFolder.resolve("drivers/" + driver), "driver")
                .with(ItFolder.resolve("corpus/contracts"), "corpus")
                .withFile("gates.sh", Files.readString(ItFolder.resolve("gates.sh")))
                .withFile("reports/README", "JUnit reports, TEST-*.xml\n");
        InstalledSdk sdk = new InstalledSdk(
                language,
                ItFolder.resolve("target/gates/" + driver),
                new LanguageContainer(language, workspace.root()));
        sdk.container.start();
        Outcome outcome = sdk.container.run("install.sh", Map.of(), INSTALL_LIMIT);
        if (!outcome.isSuccess()) {
            sdk.close();
            throw new AssertionError("install.sh of it/drivers/" + driver + " failed: " + outcome);
        }
        return sdk;
    }

    /** The container that it is installed in. */
    public LanguageContainer container() {
        return container;
    }

    /** Runs every gate of the language; one test for each thing that the tools reported. */
    Stream<DynamicTest> gates() throws IOException {
        Outcome outcome = container.run("gates.sh", Map.of(), GATES_LIMIT);
        Path reports = Files.createDirectories(reportFolder);
        for (String name : container.filesIn(REPORTS, "TEST-*.xml")) {
            container.copyFileFromContainer(
                    REPORTS + "/" + name, reports.resolve(name).toString());
        }
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest("the gates ran to their end", () -> {
                    if (!outcome.isSuccess()) {
                        throw new AssertionError(outcome.toString());
                    }
                })),
                GateReports.in(reports));
    }

    /** Runs the driver over the scenarios; one test for each of them. */
    Stream<DynamicTest> run(List<Scenario> scenarios, String transport, Backend backend) {
        Map<String, String> environment = new HashMap<>(backend.environmentFor("user-123"));
        environment.put("TRANSPORT", transport);
        environment.put("SCENARIOS", "/work/scenarios.json");
        container.write(Scenario.list(scenarios), "/work/scenarios.json");
        Outcome outcome = container.run("run.sh", environment, RUN_LIMIT);
        Map<String, JsonNode> answers = answersIn(outcome.output(), "scenario");
        return scenarios.stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
                    JsonNode answer = answers.get(scenario.name());
                    String difference = answer == null ? "the driver printed no answer" : scenario.difference(answer);
                    if (!difference.isEmpty()) {
                        throw new AssertionError(difference + "\nanswer: " + answer + "\ndriver: exit code "
                                + outcome.exitCode() + "\n" + outcome.log() + "\n" + backend.log());
                    }
                }));
    }

    /** Reads and writes every vector, and models of libraries as the server writes them; one test for each of them. */
    Stream<DynamicTest> vectors(Backend backend) throws IOException, InterruptedException {
        List<WireVector> vectors = new ArrayList<>(WireVector.forClients(ItFolder.resolve("corpus/wire")));
        vectors.addAll(LibraryVectors.from(backend.proxyCalls()));
        container.write(WireVector.list(vectors, language.folder()), "/work/vectors.json");
        Outcome outcome = container.run("vectors.sh", Map.of("VECTORS", "/work/vectors.json"), RUN_LIMIT);
        Map<String, JsonNode> answers = answersIn(outcome.output(), "vector");
        return IntStream.range(0, vectors.size()).mapToObj(number -> {
            WireVector vector = vectors.get(number);
            return DynamicTest.dynamicTest(vector.name(), () -> {
                JsonNode answer = answers.get(Integer.toString(number));
                String difference = answer == null
                        ? "the driver printed no answer: " + outcome.log()
                        : vector.answerOf(language.folder()).difference(answer);
                if (!difference.isEmpty()) {
                    throw new AssertionError(difference);
                }
            });
        });
    }

    @Override
    public void close() {
        container.stop();
    }

    private static Map<String, JsonNode> answersIn(String output, String key) {
        Map<String, JsonNode> answers = new HashMap<>();
        output.lines().filter(line -> line.startsWith("{")).forEach(line -> {
            try {
                JsonNode answer = JSON.readTree(line);
                answers.put(answer.path(key).asText(), answer);
            } catch (JsonProcessingException e) {
                throw new AssertionError("the driver printed a line that is not JSON: " + line, e);
            }
        });
        return answers;
    }
}
