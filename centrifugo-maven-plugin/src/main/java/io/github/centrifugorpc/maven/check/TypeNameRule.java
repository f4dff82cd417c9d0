package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One name in the SDKs is one Java type or error (types T11). */
final class TypeNameRule implements Rule {

    @Override
    public Stream<Problem> problems(Checked checked) {
        return Pairs.sharing(named(checked.contract()), Named::name, TypeNameRule::problem);
    }

    private record Named(String name, String javaName, Place place) {

        String told() {
            return place + "  " + javaName;
        }
    }

    private static List<Named> named(Contract contract) {
        Stream<Named> types =
                contract.types().stream().map(type -> new Named(type.name(), type.javaName(), type.place()));
        Stream<Named> errors =
                contract.errors().stream().map(error -> new Named(error.type(), error.javaName(), error.place()));
        return Stream.concat(types, errors)
                .sorted(Comparator.comparing(Named::javaName))
                .toList();
    }

    private static Problem problem(Named first, Named second) {
        return new Problem(
                ProblemId.SAME_TYPE_NAME,
                second.place(),
                Map.of(
                        "name",
                        second.name(),
                        "first",
                        first.told(),
                        "second",
                        second.told(),
                        "java",
                        // As an element of a pom may be called.
                        second.javaName().replace('$', '.')));
    }
}
