package io.github.centrifugorpc.contract;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON of methods and types as far as it matters on the wire: without words, places and the names of Java, and in an
 * order of its own where the order in the source means nothing.
 */
final class Canonical {

    private Canonical() {}

    static String text(RpcMethod method) {
        var json = JsonNodeFactory.instance.objectNode();
        method.params().ifPresent(params -> json.set("params", ContractWriter.typeRef(params)));
        method.result().ifPresent(result -> json.set("result", ContractWriter.typeRef(result)));
        json.put("noReply", method.options().noReply());
        return json.toString();
    }

    static String text(TypeDeclaration type) {
        return ContractWriter.type(bare(type)).toString();
    }

    private static TypeDeclaration bare(TypeDeclaration type) {
        if (type instanceof ObjectType object) {
            return object(object);
        }
        return type instanceof UnionType union ? union(union) : enumeration((EnumType) type);
    }

    private static ObjectType object(ObjectType type) {
        // What a type parameter is called is nobody's business but the source's; its place counts.
        Map<String, TypeRef> places = new HashMap<>();
        for (int i = 0; i < type.typeParameters().size(); i++) {
            places.put(type.typeParameters().get(i), new TypeRef.Variable(String.valueOf(i)));
        }
        return new ObjectType(
                type.name(),
                "",
                type.typeParameters().stream().map(name -> "").toList(),
                type.tag(),
                type.members().stream()
                        .map(member -> member(member, places))
                        .sorted(comparing(Member::name))
                        .toList(),
                type.extra().map(extra -> extra.bind(places)),
                Docs.NONE,
                Optional.empty(),
                Place.UNKNOWN);
    }

    private static Member member(Member member, Map<String, TypeRef> places) {
        return new Member(
                member.name(),
                "",
                member.type().bind(places),
                member.required(),
                member.defaultValue(),
                sorted(member.aliases()),
                constraints(member.constraints()),
                Docs.NONE,
                Optional.empty(),
                Place.UNKNOWN);
    }

    private static List<Constraint> constraints(List<Constraint> constraints) {
        return constraints.stream()
                .map(Canonical::constraint)
                .sorted(comparing(constraint -> ConstraintJson.write(constraint).toString()))
                .toList();
    }

    private static Constraint constraint(Constraint constraint) {
        if (constraint instanceof Constraint.Each each) {
            return new Constraint.Each(constraints(each.constraints()));
        }
        if (constraint instanceof Constraint.Matches matches) {
            return new Constraint.Matches(matches.pattern(), sorted(matches.flags()));
        }
        if (constraint instanceof Constraint.Custom custom) {
            var name = custom.annotation();
            return new Constraint.Custom(name.substring(name.lastIndexOf('.') + 1));
        }
        return constraint;
    }

    private static UnionType union(UnionType type) {
        return new UnionType(
                type.name(),
                "",
                type.discriminator(),
                sorted(type.variants()),
                type.fallback(),
                Docs.NONE,
                Optional.empty(),
                Place.UNKNOWN);
    }

    private static EnumType enumeration(EnumType type) {
        return new EnumType(
                type.name(),
                "",
                type.base(),
                type.values().stream()
                        .map(value -> new EnumType.Value(
                                value.name(), "", sorted(value.aliases()), Docs.NONE, Optional.empty()))
                        .sorted(comparing(EnumType.Value::name))
                        .toList(),
                type.fallback(),
                Docs.NONE,
                Optional.empty(),
                Place.UNKNOWN);
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }
}
