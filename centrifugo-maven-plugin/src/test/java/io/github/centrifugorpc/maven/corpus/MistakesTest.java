package io.github.centrifugorpc.maven.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.check.ProblemText;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong project of the corpus is refused with the text that stands beside it, all mistakes at once. */
class MistakesTest {

    static Stream<Path> mistakes() {
        return Corpus.cases("mistakes").stream();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void reportsEachMistakeInFull(Path mistake) {
        List<Problem> problems = Corpus.problems(Corpus.scan(mistake, Corpus.settings(mistake)));

        assertThat(problems).hasSizeGreaterThan(mistake.endsWith("broken-source") ? 0 : 1);
        Golden.check(mistake.resolve("expected.txt"), onAnyJdk(ProblemText.of(problems)));
    }

    private static String onAnyJdk(String text) {
        return text.replace(System.getProperty("java.home"), "JAVA_HOME")
                .replace("Java " + Runtime.version().feature(), "Java N");
    }
}
