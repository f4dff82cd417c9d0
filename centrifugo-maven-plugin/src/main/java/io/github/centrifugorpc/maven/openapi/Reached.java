package io.github.centrifugorpc.maven.openapi;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Walks from types to those they are made of; a generic type counts once for each choice of arguments. */
final class Reached {

    private final Map<String, TypeDeclaration> declarations;

    Reached(Contract contract) {
        declarations = contract.typesByName();
    }

    /** The declared types in these types, and whatever those hold. */
    Set<TypeRef.Named> from(Stream<? extends TypeRef> types) {
        var open = new ArrayDeque<TypeRef.Named>();
        types.flatMap(Reached::named).forEach(open::add);
        var reached = new LinkedHashSet<TypeRef.Named>();
        while (!open.isEmpty()) {
            var type = open.remove();
            if (reached.add(type)) {
                parts(type).flatMap(Reached::named).forEach(open::add);
            }
        }
        return reached;
    }

    private Stream<TypeRef> parts(TypeRef.Named type) {
        var declaration = declarations.get(type.name());
        if (declaration instanceof UnionType union) {
            return union.variants().stream().map(TypeRef.Named::new);
        }
        if (declaration instanceof ObjectType object) {
            var bound = Bound.of(object, type.arguments());
            return Stream.concat(bound.members().stream().map(Member::type), bound.extra().stream());
        }
        return Stream.empty();
    }

    private static Stream<TypeRef.Named> named(TypeRef type) {
        var inner = type.parts().stream().flatMap(Reached::named);
        return type instanceof TypeRef.Named named ? Stream.concat(Stream.of(named), inner) : inner;
    }
}
