package io.github.centrifugorpc.contract;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that a server and its clients agree on.
 *
 * @param title what the SDKs' papers call the service, by default the artifactId
 * @param methods sorted by wire name
 * @param types sorted by name; every {@link TypeRef.Named} of the contract is among them
 * @param errors those that methods declare, sorted by wire name
 */
public record Contract(
        String title,
        Layout layout,
        Naming naming,
        Longs longs,
        List<RpcMethod> methods,
        List<TypeDeclaration> types,
        List<ErrorType> errors) {

    public Contract {
        methods = methods.stream().sorted(comparing(RpcMethod::name)).toList();
        types = types.stream().sorted(comparing(TypeDeclaration::name)).toList();
        errors = errors.stream().sorted(comparing(ErrorType::name)).toList();
    }

    /** A contract without declared errors. */
    public Contract(
            String title,
            Layout layout,
            Naming naming,
            Longs longs,
            List<RpcMethod> methods,
            List<TypeDeclaration> types) {
        this(title, layout, naming, longs, methods, types, List.of());
    }

    /** The declaration behind a name that this contract uses. */
    public TypeDeclaration type(String name) {
        return types.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("the contract has no type named " + name));
    }

    /** The error behind a wire name that a method lists. */
    public ErrorType error(String name) {
        return errors.stream()
                .filter(error -> error.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("the contract has no error named " + name));
    }

    /** All declarations by name, for readers that look up many. */
    public Map<String, TypeDeclaration> typesByName() {
        return types.stream().collect(Collectors.toUnmodifiableMap(TypeDeclaration::name, Function.identity()));
    }
}
