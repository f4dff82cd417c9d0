package io.github.centrifugorpc.maven.target;

import static java.util.stream.Collectors.joining;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the methods use a type for, told to those who meet a type without docs in an editor. */
public final class Roles {

    private final Contract contract;

    public Roles(Contract contract) {
        this.contract = contract;
    }

    /** A phrase such as {@code the params of tasks.create}; empty for a type that only occurs inside others. */
    public Optional<String> of(String typeName) {
        var params = methods(method -> method.params().filter(typeName::equals).isPresent());
        var result = methods(method ->
                method.result().filter(type -> isNamed(type, typeName)).isPresent());
        if (params.isEmpty() && result.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Stream.of(
                        params.isEmpty() ? "" : "the params of " + params,
                        result.isEmpty() ? "" : "the result of " + result)
                .filter(role -> !role.isEmpty())
                .collect(joining(", and ")));
    }

    private String methods(Predicate<RpcMethod> uses) {
        var names =
                contract.methods().stream().filter(uses).map(RpcMethod::name).toList();
        // A list of many helps nobody.
        return names.size() > 3 ? names.get(0) + " and others" : names.stream().collect(joining(" and "));
    }

    private static boolean isNamed(TypeRef type, String name) {
        var inner = type instanceof TypeRef.Nullable nullable ? nullable.inner() : type;
        return inner.equals(new TypeRef.Named(name));
    }
}
