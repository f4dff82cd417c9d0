package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.Place;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns problems into the text that a build prints. */
public final class ProblemText {

    /** What is wrong with a model, and not with who uses it. */
    private static final Set<ProblemId> OF_MODELS = EnumSet.of(
            ProblemId.UNSUPPORTED_TYPE,
            ProblemId.UNSUPPORTED_KEY,
            ProblemId.NO_PROPERTIES,
            ProblemId.NO_EMPTY_CONSTRUCTOR,
            ProblemId.TWO_DIRECTIONS,
            ProblemId.AMBIGUOUS_PROPERTY,
            ProblemId.NOT_AN_OBJECT,
            ProblemId.REQUIRED_AND_NULLABLE,
            ProblemId.REFUSED_ANNOTATION,
            ProblemId.CUSTOM_FORM,
            ProblemId.DELEGATING_CREATOR,
            ProblemId.NAMELESS_PARAMETER,
            ProblemId.UNSUPPORTED_FORMAT,
            ProblemId.UNSUPPORTED_TYPE_INFO,
            ProblemId.NO_VARIANTS,
            ProblemId.DISCRIMINATOR_TAKEN,
            ProblemId.UNREADABLE_ENUM_VALUE,
            ProblemId.UNSUPPORTED_ENUM_VALUE,
            ProblemId.UNSUPPORTED_ENUM_SHAPE);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private ProblemText() {}

    /** One problem: id, place, sentence, fix. */
    public static String of(Problem problem) {
        String text = PLACEHOLDER.matcher(problem.id().wording()).replaceAll(found -> {
            String value = problem.values().get(found.group(1));
            if (value == null) {
                throw new IllegalStateException(problem.id() + " needs a value for {" + found.group(1) + "}");
            }
            return Matcher.quoteReplacement(value);
        });
        String head = "[" + problem.id().code() + "] ";
        return problem.place().equals(Place.UNKNOWN)
                ? head + text
                : head + problem.place() + ": " + text + wayOut(problem);
    }

    /** Nobody edits a class that comes from a jar. */
    private static String wayOut(Problem problem) {
        String place = problem.place().file();
        boolean isClassFile = !place.endsWith(".java") && problem.place().line() == 0;
        return isClassFile && OF_MODELS.contains(problem.id())
                ? "\n  If " + place
                        + " is not yours: <typeMappings> in pom.xml says what it, or the type of its member, is on the"
                        + " wire: string, any, a scalar such as instant, or a record of yours."
                : "";
    }

    /** All problems of a run, sorted, under one line that counts them. */
    public static String of(List<Problem> problems) {
        StringBuilder all = new StringBuilder();
        all.append(problems.size() == 1 ? "1 problem" : problems.size() + " problems")
                .append(" kept the clients from being generated:\n");
        problems.stream()
                .sorted(Problem.BY_PLACE)
                .forEach(problem -> all.append('\n').append(of(problem)).append('\n'));
        return all.toString();
    }
}
