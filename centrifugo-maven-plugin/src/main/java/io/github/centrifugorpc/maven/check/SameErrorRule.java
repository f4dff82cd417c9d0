package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.ErrorType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One code is one error, and one name is. */
final class SameErrorRule implements Rule {

    @Override
    public Stream<Problem> problems(Checked checked) {
        List<ErrorType> byJavaName = checked.contract().errors().stream()
                .sorted(Comparator.comparing(ErrorType::javaName))
                .toList();
        return Stream.concat(
                Pairs.sharing(
                        byJavaName,
                        error -> String.valueOf(error.code()),
                        (first, second) -> problem("code", String.valueOf(second.code()), first, second)),
                Pairs.sharing(
                        byJavaName,
                        ErrorType::name,
                        (first, second) -> problem("name", '"' + second.name() + '"', first, second)));
    }

    private static Problem problem(String what, String value, ErrorType first, ErrorType second) {
        return new Problem(
                ProblemId.SAME_ERROR,
                second.place(),
                Map.of("what", what, "value", value, "first", told(first), "second", told(second)));
    }

    private static String told(ErrorType error) {
        return error.place() + "  " + error.javaName();
    }
}
