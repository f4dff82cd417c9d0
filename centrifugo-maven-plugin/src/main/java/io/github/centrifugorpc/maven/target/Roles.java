package io.github.centrifugorpc.maven.target;

import static java.util.stream.Collectors.joining;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What methods and errors use a type for, told to those who meet a type without docs in an editor. */
public final class Roles {

    private final Map<String, List<String>> takers = new HashMap<>();
    private final Map<String, List<String>> givers = new HashMap<>();
    private final Map<String, List<String>> detailed = new HashMap<>();

    public Roles(Contract contract) {
        contract.methods().forEach(method -> {
            method.params().ifPresent(type -> add(takers, type.name(), method.name()));
            method.result().flatMap(Roles::name).ifPresent(type -> add(givers, type, method.name()));
        });
        contract.errors().forEach(error -> error.details().ifPresent(type -> add(detailed, type.name(), error.type())));
    }

    /** A phrase such as {@code the params of tasks.create}; empty for a type that only occurs inside others. */
    public Optional<String> of(String typeName) {
        var roles = Stream.of(
                        told("the params of ", takers.get(typeName)),
                        told("the result of ", givers.get(typeName)),
                        told("the details of ", detailed.get(typeName)))
                .flatMap(Optional::stream)
                .collect(joining(", and "));
        return roles.isEmpty() ? Optional.empty() : Optional.of(roles);
    }

    private static Optional<String> told(String role, @Nullable List<String> users) {
        if (users == null) {
            return Optional.empty();
        }
        // A list of many helps nobody.
        return Optional.of(role + (users.size() > 3 ? users.get(0) + " and others" : String.join(" and ", users)));
    }

    private static void add(Map<String, List<String>> index, String typeName, String user) {
        index.computeIfAbsent(typeName, any -> new ArrayList<>()).add(user);
    }

    private static Optional<String> name(TypeRef type) {
        var inner = type instanceof TypeRef.Nullable nullable ? nullable.inner() : type;
        return inner instanceof TypeRef.Named named ? Optional.of(named.name()) : Optional.empty();
    }
}
