package io.github.centrifugorpc.maven.scan;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * A type that stands for one of several objects.
 *
 * @param discriminator the member that tells the objects apart
 * @param info what Jackson's annotations say; empty for a sealed type without them
 * @param variants in the order of declaration
 */
record Union(
        TypeElement type,
        String discriminator,
        Optional<TypeInfo> info,
        List<Variant> variants,
        Optional<TypeElement> fallback) {

    /** One of the objects, and the value that the discriminator has for it. */
    record Variant(TypeElement type, String tag) {}
}
