package io.github.centrifugorpc.maven.target.golang;

import static java.util.stream.Collectors.joining;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.UnionType;
import io.github.centrifugorpc.maven.target.Roles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the comment of a struct says: what it is for, then the words of its author. */
final class StructDocs {

    private final Roles roles;
    private final Map<String, List<String>> unions = new HashMap<>();

    StructDocs(Contract contract) {
        this.roles = new Roles(contract);
        contract.types().forEach(type -> {
            if (type instanceof UnionType union) {
                union.variants()
                        .forEach(variant -> unions.computeIfAbsent(variant, any -> new ArrayList<>())
                                .add("[" + GoNames.type(union.name()) + "]"));
            }
        });
    }

    List<String> of(ObjectType type) {
        var name = GoNames.type(type.name());
        var role = roles.of(type.name()).map(text -> "holds " + text + ".");
        var variant = variant(type);
        var purpose = role.isPresent() && variant.isPresent()
                ? role.get() + " It " + variant.get()
                : role.or(() -> variant).orElse("is a part of other types.");
        return new GoDocs()
                .paragraph(name + " " + purpose)
                .docs(type.docs())
                .deprecated(type.deprecated())
                .lines();
    }

    private Optional<String> variant(ObjectType type) {
        return type.tag().map(tag -> {
            var of = unions.getOrDefault(type.name(), List.of()).stream().collect(joining(" and "));
            return "is the variant" + (of.isEmpty() ? "" : " of " + of) + " whose " + tag.member() + " is "
                    + GoLiterals.string(tag.value()) + ".";
        });
    }
}
