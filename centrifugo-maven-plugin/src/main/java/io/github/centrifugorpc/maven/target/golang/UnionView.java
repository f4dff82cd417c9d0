package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.UnionType;
import io.github.centrifugorpc.maven.target.Roles;
import java.util.List;
import java.util.stream.Stream;

/**
 * An interface whose variants are structs, ready to be printed.
 *
 * @param unknownName the struct of a variant that a newer server knows
 * @param unmarshalName the function that reads one from JSON
 * @param coder the function that reads or writes one
 * @param marker the method by which structs belong to it
 * @param discriminator the name of the member that tells the variants apart, as it is said in comments
 * @param discriminatorLiteral the same as a literal
 */
public record UnionView(
        String name,
        String unknownName,
        String unmarshalName,
        String coder,
        String marker,
        String discriminator,
        String discriminatorLiteral,
        List<String> docLines,
        List<Variant> variants) {

    /**
     * One of the structs.
     *
     * @param tag the literal of the discriminator's value
     */
    public record Variant(String name, String tag) {}

    static UnionView of(UnionType type, Roles roles, GoTypes types) {
        var name = GoNames.type(type.name());
        var variants = type.variants().stream()
                .map(types::declaration)
                .map(ObjectType.class::cast)
                .map(object -> new Variant(
                        GoNames.type(object.name()),
                        GoLiterals.string(object.tag().orElseThrow().value())))
                .toList();
        var unknownName = GoNames.unknownVariant(type.name());
        var choices = Stream.concat(
                        variants.stream().map(variant -> "*[" + variant.name() + "]"),
                        Stream.of("*[" + unknownName + "], which a newer server may send"))
                .toList();
        var docs = new GoDocs()
                .paragraph(name + " "
                        + roles.of(type.name()).map(role -> "holds " + role).orElse("is a part of other types")
                        + ". It is one of:")
                .bullets(choices)
                .docs(type.docs())
                .deprecated(type.deprecated());
        return new UnionView(
                name,
                unknownName,
                GoNames.unmarshal(type.name()),
                GoNames.unionCoder(type.name()),
                "is" + name,
                type.discriminator(),
                GoLiterals.string(type.discriminator()),
                docs.lines(),
                variants);
    }
}
