package io.github.centrifugorpc.maven.target.golang;

import static java.util.Objects.requireNonNull;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds members by which a struct would hold itself by value, which Go cannot lay out. */
final class Cycles {

    /**
     * What a struct holds by value, by whatever detour.
     *
     * @param names structs
     * @param parameters those of its type parameters whose arguments it holds
     */
    private record Held(Set<String> names, Set<String> parameters) {

        Held() {
            this(new HashSet<>(), new HashSet<>());
        }

        boolean addAll(Held other) {
            boolean isNew = names.addAll(other.names);
            return parameters.addAll(other.parameters) || isNew;
        }
    }

    private final Map<String, ObjectType> objects = new HashMap<>();
    private final Map<String, Held> heldBy = new HashMap<>();

    Cycles(Contract contract) {
        contract.types().forEach(type -> {
            if (type instanceof ObjectType object) {
                objects.put(object.name(), object);
                heldBy.put(object.name(), new Held());
            }
        });
        boolean isNew;
        do {
            isNew = false;
            for (var object : objects.values()) {
                for (var member : object.members()) {
                    isNew |= heldBy(object.name()).addAll(held(member.type()));
                }
            }
        } while (isNew);
    }

    /** Whether the member's type holds the type that has the member. */
    boolean isCyclic(ObjectType type, Member member) {
        return held(member.type()).names().contains(type.name());
    }

    private Held held(TypeRef type) {
        var held = new Held();
        if (type instanceof TypeRef.Variable variable) {
            held.parameters().add(variable.name());
        }
        if (type instanceof TypeRef.Named named && objects.containsKey(named.name())) {
            held.names().add(named.name());
            held.names().addAll(heldBy(named.name()).names());
            var parameters = requireNonNull(objects.get(named.name())).typeParameters();
            for (int i = 0; i < parameters.size(); i++) {
                if (heldBy(named.name()).parameters().contains(parameters.get(i))) {
                    held.addAll(held(named.arguments().get(i)));
                }
            }
        }
        return held;
    }

    private Held heldBy(String name) {
        return heldBy.getOrDefault(name, new Held());
    }
}
