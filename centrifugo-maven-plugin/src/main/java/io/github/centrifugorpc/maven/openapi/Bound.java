package io.github.centrifugorpc.maven.openapi;

import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** What an object holds where its type parameters are chosen. */
record Bound(List<Member> members, Optional<TypeRef> extra) {

    static Bound of(ObjectType type, List<TypeRef> arguments) {
        var variables = new HashMap<String, TypeRef>();
        for (int i = 0; i < arguments.size(); i++) {
            variables.put(type.typeParameters().get(i), arguments.get(i));
        }
        return new Bound(
                type.members().stream()
                        .map(member -> withType(member, member.type().bind(variables)))
                        .toList(),
                type.extra().map(extra -> extra.bind(variables)));
    }

    private static Member withType(Member member, TypeRef type) {
        return new Member(
                member.name(),
                member.javaName(),
                type,
                member.required(),
                member.defaultValue(),
                member.aliases(),
                member.constraints(),
                member.docs(),
                member.deprecated(),
                member.place());
    }
}
