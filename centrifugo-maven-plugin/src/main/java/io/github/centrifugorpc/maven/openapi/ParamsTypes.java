package io.github.centrifugorpc.maven.openapi;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the types that callers write: those of params and whatever these hold. */
final class ParamsTypes {

    private ParamsTypes() {}

    static Set<String> of(Contract contract) {
        var types = contract.typesByName();
        var open = new ArrayDeque<String>();
        contract.methods().stream()
                .map(RpcMethod::params)
                .flatMap(Optional::stream)
                .forEach(open::add);
        var found = new HashSet<String>();
        while (!open.isEmpty()) {
            var name = open.remove();
            if (found.add(name) && types.get(name) instanceof ObjectType object) {
                object.members().stream()
                        .map(Member::type)
                        .flatMap(ParamsTypes::namesIn)
                        .forEach(open::add);
            }
        }
        return found;
    }

    private static Stream<String> namesIn(TypeRef type) {
        return type.accept(new TypeRef.Visitor<>() {
            @Override
            public Stream<String> scalar(ScalarKind kind) {
                return Stream.empty();
            }

            @Override
            public Stream<String> named(String name) {
                return Stream.of(name);
            }

            @Override
            public Stream<String> list(TypeRef element) {
                return namesIn(element);
            }

            @Override
            public Stream<String> set(TypeRef element) {
                return namesIn(element);
            }

            @Override
            public Stream<String> map(TypeRef key, TypeRef value) {
                return Stream.concat(namesIn(key), namesIn(value));
            }

            @Override
            public Stream<String> nullable(TypeRef inner) {
                return namesIn(inner);
            }
        });
    }
}
