package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.RpcMethod;
import java.util.Map;
import java.util.stream.Stream;

/** Methods that differ on the wire differ in every language, too. */
final class MethodCollisionRule implements Rule {

    @Override
    public Stream<Problem> problems(Checked checked) {
        return checked.targets().stream()
                .map(Identifiers::of)
                .flatMap(names -> Pairs.sharing(
                        Pairs.distinct(checked.contract().methods(), RpcMethod::name),
                        method -> names.method().apply(method.name()),
                        (first, second) -> problem(names, first, second)));
    }

    private static Problem problem(Identifiers names, RpcMethod first, RpcMethod second) {
        return new Problem(
                ProblemId.METHODS_COLLIDE,
                second.place(),
                Map.of(
                        "first", first.name(),
                        "second", second.name(),
                        "name", names.method().apply(second.name()),
                        "language", names.language()));
    }
}
