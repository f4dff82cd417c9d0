package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ErrorType;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.check.TypeParameters.Parameter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A type that may be null cannot stand for a parameter that is the whole type of a member: whether the member may be
 * absent is said once, by the generic type.
 */
final class NullableArgumentRule implements Rule {

    @Override
    public Stream<Problem> problems(Checked checked) {
        Contract contract = checked.contract();
        TypeParameters parameters = new TypeParameters(contract);
        Set<Parameter> whole = whole(contract, parameters);
        Stream<Stream<Use>> uses = Stream.of(
                contract.methods().stream().flatMap(NullableArgumentRule::uses),
                contract.errors().stream().flatMap(NullableArgumentRule::uses),
                ContractTypes.objects(contract).flatMap(NullableArgumentRule::uses));
        return uses.flatMap(Function.identity()).flatMap(use -> problems(use, parameters, whole).stream());
    }

    /** A type where it is written. */
    private record Use(TypeRef type, String what, Place place) {}

    private static Stream<Use> uses(RpcMethod method) {
        Stream<TypeRef> types =
                Stream.concat(method.params().stream().map(TypeRef.class::cast), method.result().stream());
        return types.map(type -> new Use(type, "method '" + method.javaMethod() + "'", method.place()));
    }

    private static Stream<Use> uses(ErrorType error) {
        return error.details().stream().map(type -> new Use(type, "error " + error.type(), error.place()));
    }

    private static Stream<Use> uses(ObjectType object) {
        return object.members().stream()
                .map(member -> new Use(
                        member.type(), "member '" + member.javaName() + "' of " + object.name(), member.place()));
    }

    private static Set<Problem> problems(Use use, TypeParameters parameters, Set<Parameter> whole) {
        Set<Problem> problems = new LinkedHashSet<>();
        parameters.eachArgument(use.type(), (argument, parameter) -> {
            if (argument instanceof TypeRef.Nullable && whole.contains(parameter)) {
                problems.add(new Problem(
                        ProblemId.NULLABLE_ARGUMENT,
                        use.place(),
                        Map.of("what", use.what(), "type", parameter.owner(), "parameter", parameter.variable())));
            }
        });
        return problems;
    }

    /** The parameters that decide about null themselves, or hand on to one that does. */
    private static Set<Parameter> whole(Contract contract, TypeParameters parameters) {
        Map<Parameter, Set<Parameter>> handedTo = new HashMap<>();
        Deque<Parameter> ahead = new ArrayDeque<>();
        ContractTypes.objects(contract).forEach(object -> {
            for (Member member : object.members()) {
                if (member.type() instanceof TypeRef.Variable variable) {
                    ahead.add(new Parameter(object.name(), variable.name()));
                }
            }
            TypeParameters.memberTypes(object).forEach(type -> {
                inNull(type).forEach(name -> ahead.add(new Parameter(object.name(), name)));
                parameters.eachArgument(type, (argument, parameter) -> {
                    if (argument instanceof TypeRef.Variable variable) {
                        handedTo.computeIfAbsent(parameter, unused -> new HashSet<>())
                                .add(new Parameter(object.name(), variable.name()));
                    }
                });
            });
        });
        Set<Parameter> whole = new HashSet<>();
        while (!ahead.isEmpty()) {
            Parameter next = ahead.remove();
            if (whole.add(next)) {
                ahead.addAll(handedTo.getOrDefault(next, Set.of()));
            }
        }
        return whole;
    }

    /** The variables that stand directly in something that makes room for null, anywhere in a type. */
    private static Stream<String> inNull(TypeRef type) {
        boolean makesRoom = type instanceof TypeRef.Nullable || type instanceof TypeRef.PatchOf;
        return type.parts().stream()
                .flatMap(part -> makesRoom && part instanceof TypeRef.Variable variable
                        ? Stream.of(variable.name())
                        : inNull(part));
    }
}
