package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.RpcMethod;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One RPC name has one handler. */
final class DuplicateMethodRule implements Rule {

    @Override
    public Stream<Problem> problems(Checked checked) {
        List<RpcMethod> byPlace = checked.contract().methods().stream()
                .sorted(Comparator.comparing(
                                (RpcMethod method) -> method.place().file())
                        .thenComparingInt(method -> method.place().line()))
                .toList();
        return Pairs.sharing(byPlace, RpcMethod::name, DuplicateMethodRule::problem);
    }

    private static Problem problem(RpcMethod first, RpcMethod second) {
        return new Problem(
                ProblemId.DUPLICATE_METHOD,
                second.place(),
                Map.of(
                        "name", second.name(),
                        "first", told(first),
                        "second", told(second),
                        "suggestion", second.name() + "_2"));
    }

    private static String told(RpcMethod method) {
        String handler = method.handler().substring(method.handler().lastIndexOf('.') + 1);
        return method.place() + "  " + handler + "." + method.javaMethod();
    }
}
