package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The type parameters that TypeScript sees. Strict checkers refuse one that no member mentions, as in a typed id
 * {@code record Id<T>(String value)}; it is left out, and so is what each use says for it.
 */
final class TypeParameters {

    private final Set<String> declarations;
    private final Map<String, ObjectType> generics;
    private final Map<String, Set<String>> mentioned = new HashMap<>();

    TypeParameters(Contract contract) {
        declarations = contract.types().stream()
                .map(type -> TypeScriptNames.type(type.name()))
                .collect(Collectors.toSet());
        generics = contract.types().stream()
                .filter(ObjectType.class::isInstance)
                .map(ObjectType.class::cast)
                .filter(type -> !type.typeParameters().isEmpty())
                .collect(Collectors.toMap(TypeDeclaration::name, type -> type));
        generics.keySet().forEach(name -> mentioned.put(name, new HashSet<>()));
        // What is mentioned in the argument for a parameter counts once that parameter does.
        boolean hasGrown = true;
        while (hasGrown) {
            hasGrown = false;
            for (var type : generics.values()) {
                hasGrown |= mentionedIn(type.name())
                        .addAll(types(type).flatMap(this::variables).collect(Collectors.toSet()));
            }
        }
    }

    /** The parameters of an object, as they are written. */
    List<String> of(ObjectType type) {
        return type.typeParameters().stream()
                .filter(parameter -> mentionedIn(type.name()).contains(parameter))
                .map(this::name)
                .toList();
    }

    /** What a use of a type says for those. */
    List<TypeRef> arguments(String name, List<TypeRef> arguments) {
        var type = generics.get(name);
        if (type == null) {
            return List.of();
        }
        return IntStream.range(0, arguments.size())
                .filter(index ->
                        mentionedIn(name).contains(type.typeParameters().get(index)))
                .mapToObj(arguments::get)
                .toList();
    }

    /** A name that hides none of the declared types. */
    String name(String parameter) {
        String name = TypeScriptNames.type(parameter);
        if (Character.isLowerCase(parameter.codePointAt(0))) {
            // Not the parameter T of the same type, beside this t.
            name += "_";
        }
        while (declarations.contains(name)) {
            name += "_";
        }
        return name;
    }

    private Set<String> mentionedIn(String name) {
        return mentioned.getOrDefault(name, Set.of());
    }

    private static Stream<TypeRef> types(ObjectType type) {
        return Stream.concat(type.members().stream().map(Member::type), type.extra().stream());
    }

    private Stream<String> variables(TypeRef type) {
        if (type instanceof TypeRef.Variable variable) {
            return Stream.of(variable.name());
        }
        var parts = type instanceof TypeRef.Named named ? arguments(named.name(), named.arguments()) : type.parts();
        return parts.stream().flatMap(this::variables);
    }
}
