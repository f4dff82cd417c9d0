package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds all types that stand for type parameters anywhere in a contract, themselves without any. */
final class Arguments {

    private final GoTypes types;
    private final Set<TypeRef> seen = new HashSet<>();
    private final ArrayDeque<TypeRef.Named> uses = new ArrayDeque<>();

    private Arguments(GoTypes types) {
        this.types = types;
    }

    /** The coders of all type arguments by their Go types. */
    static SortedMap<String, String> of(Contract contract, GoTypes types) {
        var arguments = new Arguments(types);
        contract.methods().stream().flatMap(Arguments::parts).forEach(arguments::visit);
        contract.errors().stream().flatMap(error -> error.details().stream()).forEach(arguments::visit);
        contract.types().stream()
                .filter(type -> type instanceof ObjectType object
                        && object.typeParameters().isEmpty())
                .flatMap(type -> parts((ObjectType) type))
                .forEach(arguments::visit);
        return arguments.coders();
    }

    private SortedMap<String, String> coders() {
        var coders = new Coders(types);
        var byType = new TreeMap<String, String>();
        while (!uses.isEmpty()) {
            var use = uses.pop();
            // Null and not null are one Go type for unions; whoever takes null takes both.
            use.arguments().stream()
                    .map(argument -> types.isUnion(argument) ? new TypeRef.Nullable(argument) : argument)
                    .forEach(argument -> byType.put(types.of(argument), coders.of(argument)));
            var object = (ObjectType) types.declaration(use.name());
            Map<String, TypeRef> bound = new HashMap<>();
            for (int i = 0; i < use.arguments().size(); i++) {
                bound.put(object.typeParameters().get(i), use.arguments().get(i));
            }
            parts(object).forEach(part -> visit(part.bind(bound)));
        }
        return byType;
    }

    private void visit(TypeRef type) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof TypeRef.Named named && !named.arguments().isEmpty()) {
            uses.add(named);
        }
        type.parts().forEach(this::visit);
    }

    private static Stream<TypeRef> parts(RpcMethod method) {
        return Stream.of(method.params(), method.result()).flatMap(Optional::stream);
    }

    private static Stream<TypeRef> parts(ObjectType type) {
        return Stream.concat(type.members().stream().map(member -> member.type()), type.extra().stream());
    }
}
