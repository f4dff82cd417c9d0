package io.github.centrifugorpc.maven.check;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import io.github.centrifugorpc.contract.Place;
import java.util.Comparator;
import java.util.Map;

/**
 * Something that the user has to put right before an SDK can be written.
 *
 * @param place where to look; {@link Place#UNKNOWN} for the configuration
 * @param values what fills the placeholders of the problem's text
 */
public record Problem(ProblemId id, Place place, Map<String, String> values) {

    /** The order in which problems are reported: by file, then by line. */
    public static final Comparator<Problem> BY_PLACE = comparing(
                    (Problem problem) -> problem.place().file())
            .thenComparing(comparingInt(problem -> problem.place().line()))
            .thenComparing(Problem::id)
            .thenComparing(Problem::text);

    public Problem {
        values = Map.copyOf(values);
    }

    /** A problem of the configuration or the environment, which has no place in a source. */
    public static Problem of(ProblemId id, Map<String, String> values) {
        return new Problem(id, Place.UNKNOWN, values);
    }

    /** What is wrong, where, and what to do, as the build prints it. */
    public String text() {
        return ProblemText.of(this);
    }
}
