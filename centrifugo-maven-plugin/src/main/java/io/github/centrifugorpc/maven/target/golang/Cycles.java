package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds members by which a struct would hold itself by value, which Go cannot lay out. */
final class Cycles {

    private final Map<String, List<String>> heldByValue;

    Cycles(Contract contract) {
        heldByValue = contract.types().stream()
                .filter(ObjectType.class::isInstance)
                .map(ObjectType.class::cast)
                .collect(Collectors.toMap(ObjectType::name, Cycles::heldBy));
    }

    /** Whether the member's type holds, by whatever detour, the type that has the member. */
    boolean isCyclic(ObjectType type, Member member) {
        return member.type() instanceof TypeRef.Named named
                && reachable(named.name()).contains(type.name());
    }

    private static List<String> heldBy(ObjectType type) {
        return type.members().stream()
                .map(Member::type)
                .filter(TypeRef.Named.class::isInstance)
                .map(held -> ((TypeRef.Named) held).name())
                .toList();
    }

    private Set<String> reachable(String from) {
        var reached = new HashSet<String>();
        var next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            var name = next.pop();
            if (reached.add(name)) {
                next.addAll(heldByValue.getOrDefault(name, List.of()));
            }
        }
        return reached;
    }
}
