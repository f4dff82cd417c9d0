package io.github.centrifugorpc.maven.openapi;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds the types that callers write: those of params and whatever these hold. */
final class ParamsTypes {

    private ParamsTypes() {}

    static Set<String> of(Contract contract) {
        var types = contract.typesByName();
        var open = new ArrayDeque<String>();
        contract.methods().stream()
                .map(RpcMethod::params)
                .flatMap(Optional::stream)
                .flatMap(TypeRef::names)
                .forEach(open::add);
        var found = new HashSet<String>();
        while (!open.isEmpty()) {
            var name = open.remove();
            if (found.add(name) && types.get(name) instanceof ObjectType object) {
                object.members().stream()
                        .map(Member::type)
                        .flatMap(TypeRef::names)
                        .forEach(open::add);
            }
        }
        return found;
    }
}
