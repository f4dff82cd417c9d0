package io.github.centrifugorpc.maven.target.python;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The types that results and the details of errors are made of. Nobody checks a result against constraints, so its readers must not either. */
final class ResultTypes {

    private final Set<String> names = new HashSet<>();

    ResultTypes(Contract contract) {
        Map<String, TypeDeclaration> declarations = contract.typesByName();
        var todo = new ArrayDeque<String>();
        contract.methods()
                .forEach(method ->
                        method.result().stream().flatMap(TypeRef::names).forEach(todo::add));
        contract.errors()
                .forEach(error ->
                        error.details().stream().flatMap(TypeRef::names).forEach(todo::add));
        while (!todo.isEmpty()) {
            var name = todo.remove();
            var declaration = declarations.get(name);
            if (names.add(name) && declaration != null) {
                namedBy(declaration).forEach(todo::add);
            }
        }
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    /** The types that a declaration names. */
    static Stream<String> namedBy(TypeDeclaration declaration) {
        if (declaration instanceof UnionType union) {
            return union.variants().stream();
        }
        if (declaration instanceof ObjectType object) {
            return Stream.concat(object.members().stream().map(member -> member.type()), object.extra().stream())
                    .flatMap(TypeRef::names);
        }
        return Stream.empty();
    }
}
