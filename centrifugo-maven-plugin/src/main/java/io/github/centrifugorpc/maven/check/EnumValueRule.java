package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.EnumType;
import java.util.Map;
import java.util.stream.Stream;

/** The constants of an enum have names of their own on the wire. */
final class EnumValueRule implements Rule {

    @Override
    public Stream<Problem> problems(Checked checked) {
        return ContractTypes.enums(checked.contract())
                .flatMap(type -> Pairs.sharing(
                        type.values(), EnumType.Value::name, (first, second) -> problem(type, first, second)));
    }

    private static Problem problem(EnumType type, EnumType.Value first, EnumType.Value second) {
        return new Problem(
                ProblemId.SAME_ENUM_VALUE,
                type.place(),
                Map.of(
                        "type", type.name(),
                        "first", first.javaName(),
                        "second", second.javaName(),
                        "name", second.name()));
    }
}
