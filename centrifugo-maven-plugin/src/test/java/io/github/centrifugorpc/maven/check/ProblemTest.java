package io.github.centrifugorpc.maven.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.centrifugorpc.contract.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    /** Those that no source can show; other tests assert their texts. */
    private static final Set<ProblemId> OF_THE_SURROUNDINGS = EnumSet.of(
            ProblemId.NO_API,
            ProblemId.NO_COMPILER,
            ProblemId.BAD_PYTHON_PACKAGE,
            ProblemId.BAD_TYPESCRIPT_PACKAGE,
            ProblemId.BAD_GO_MODULE,
            ProblemId.BAD_GO_PACKAGE,
            ProblemId.BAD_VERSION,
            ProblemId.BAD_SETTING,
            ProblemId.SHARED_FOLDER,
            ProblemId.OUTPUT_IN_ROOT,
            ProblemId.FOREIGN_FILE,
            ProblemId.CHANGED_FILE,
            ProblemId.BAD_MANIFEST,
            ProblemId.NOT_WRITTEN,
            ProblemId.HANDLER_CLASS_NOT_FOUND,
            ProblemId.SOURCE_NOT_FOUND,
            ProblemId.DEPENDENCIES_UNRESOLVED);

    @Test
    void codesAreUnique() {
        assertThat(Arrays.stream(ProblemId.values()).map(ProblemId::code)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemNamesAFix(ProblemId id) {
        assertThat(id.wording().lines()).anyMatch(line -> line.startsWith("  Fix: "));
    }

    @Test
    void everyProblemOfASourceStandsInTheCorpus() throws IOException {
        String corpus;
        try (var files = Files.walk(Path.of("..", "it", "corpus", "mistakes"))) {
            corpus = files.filter(file -> file.endsWith("expected.txt"))
                    .map(ProblemTest::read)
                    .collect(Collectors.joining());
        }

        assertThat(EnumSet.complementOf(EnumSet.copyOf(OF_THE_SURROUNDINGS)))
                .allSatisfy(id -> assertThat(corpus).contains("[" + id.code() + "]"));
    }

    @Test
    void problemsAreSortedByFileAndLine() {
        String text = ProblemText.of(List.of(
                problem("b/B.java", 1),
                problem("a/A.java", 10),
                problem("a/A.java", 9),
                Problem.of(ProblemId.NO_COMPILER, Map.of("home", "/jre"))));

        assertThat(text.lines().filter(line -> line.startsWith("[")))
                .containsExactly(
                        "[CRPC-321] Maven runs on a Java without a compiler (/jre).",
                        "[CRPC-126] a/A.java:9: enum E has no constants, so there is no value to send.",
                        "[CRPC-126] a/A.java:10: enum E has no constants, so there is no value to send.",
                        "[CRPC-126] b/B.java:1: enum E has no constants, so there is no value to send.");
    }

    @Test
    void valuesAreTakenAsTheyAre() {
        Problem problem = new Problem(ProblemId.EMPTY_ENUM, Place.UNKNOWN, Map.of("type", "$1\\{type}"));

        assertThat(problem.text()).startsWith("[CRPC-126] enum $1\\{type} has no constants");
    }

    @Test
    void aMissingValueIsADefectOfThePlugin() {
        Problem problem = Problem.of(ProblemId.EMPTY_ENUM, Map.of());

        assertThatThrownBy(problem::text).hasMessage("EMPTY_ENUM needs a value for {type}");
    }

    private static Problem problem(String file, int line) {
        return new Problem(ProblemId.EMPTY_ENUM, new Place(file, line), Map.of("type", "E"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
