package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.check.TypeParameters.Parameter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A recursive type uses itself with the arguments that it has: {@code A<List<T>>} inside {@code A<T>} would need another
 * type at each level, without end.
 */
final class ExpandingRecursionRule implements Rule {

    /** A parameter that another one is handed on to, by way of a larger type. */
    private record Growth(Parameter from, Parameter to, ObjectType object) {}

    @Override
    public Stream<Problem> problems(Checked checked) {
        TypeParameters parameters = new TypeParameters(checked.contract());
        Map<Parameter, Set<Parameter>> handedOn = new HashMap<>();
        Set<Growth> growths = new LinkedHashSet<>();
        ContractTypes.objects(checked.contract())
                .filter(object -> !object.typeParameters().isEmpty())
                .forEach(object -> TypeParameters.memberTypes(object)
                        .forEach(type -> parameters.eachArgument(
                                type,
                                (argument, to) -> variables(argument)
                                        .map(name -> new Parameter(object.name(), name))
                                        .forEach(from -> {
                                            handedOn.computeIfAbsent(from, unused -> new LinkedHashSet<>())
                                                    .add(to);
                                            if (!(argument instanceof TypeRef.Variable)) {
                                                growths.add(new Growth(from, to, object));
                                            }
                                        }))));
        Map<String, Problem> byObject = new LinkedHashMap<>();
        growths.stream()
                .filter(growth -> leads(growth.to(), growth.from(), handedOn))
                .forEach(growth -> byObject.putIfAbsent(growth.object().name(), problem(growth)));
        return byObject.values().stream();
    }

    private static Stream<String> variables(TypeRef type) {
        Stream<String> own = type instanceof TypeRef.Variable variable ? Stream.of(variable.name()) : Stream.empty();
        return Stream.concat(own, type.parts().stream().flatMap(ExpandingRecursionRule::variables));
    }

    private static boolean leads(Parameter from, Parameter to, Map<Parameter, Set<Parameter>> handedOn) {
        Set<Parameter> seen = new HashSet<>();
        Deque<Parameter> ahead = new ArrayDeque<>();
        ahead.add(from);
        Optional<Parameter> next = Optional.ofNullable(ahead.poll());
        while (next.isPresent()) {
            if (next.get().equals(to)) {
                return true;
            }
            if (seen.add(next.get())) {
                ahead.addAll(handedOn.getOrDefault(next.get(), Set.of()));
            }
            next = Optional.ofNullable(ahead.poll());
        }
        return false;
    }

    private static Problem problem(Growth growth) {
        return new Problem(
                ProblemId.EXPANDING_RECURSION,
                growth.object().place(),
                Map.of(
                        "type", growth.object().name(),
                        "parameter", growth.from().variable(),
                        "path", growth.to().owner()));
    }
}
