package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.Place;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns problems into the text that a build prints. */
public final class ProblemText {

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
        return problem.place().equals(Place.UNKNOWN) ? head + text : head + problem.place() + ": " + text;
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
