package io.github.centrifugorpc.contract;

import java.util.List;
import java.util.Optional;

/**
 * One of several objects, told apart by a member. Readers of results keep a variant that they do not know; params with
 * one are refused unless there is a fallback.
 *
 * @param discriminator the wire name of the member that tells them apart; the {@link ObjectType.Tag} of each variant has it
 * @param variants names of {@link ObjectType}s with a tag, in the order of declaration
 * @param fallback the variant that the server reads where the discriminator is absent or unknown
 */
public record UnionType(
        String name,
        String javaName,
        String discriminator,
        List<String> variants,
        Optional<String> fallback,
        Docs docs,
        Optional<String> deprecated,
        Place place)
        implements TypeDeclaration {

    public UnionType {
        variants = List.copyOf(variants);
    }
}
