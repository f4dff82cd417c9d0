package io.github.centrifugorpc.maven.mojo;

import static java.util.stream.Collectors.joining;

import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads parameters whose value is one of a few words. */
final class Choices {

    private final List<Problem> problems;

    Choices(List<Problem> problems) {
        this.problems = problems;
    }

    /** The constant with that wire name; the first one, and a problem, when there is none. */
    <E extends Enum<E>> E of(String parameter, String value, E[] constants, Function<E, String> wireName) {
        return Arrays.stream(constants)
                .filter(constant -> wireName.apply(constant).equals(value.strip()))
                .findFirst()
                .orElseGet(() -> {
                    problems.add(Problem.of(
                            ProblemId.BAD_SETTING,
                            Map.of(
                                    "parameter",
                                    parameter,
                                    "value",
                                    value,
                                    "allowed",
                                    Arrays.stream(constants).map(wireName).collect(joining(", ")))));
                    return constants[0];
                });
    }
}
