package io.github.centrifugorpc.maven.scan;

import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * How Jackson tells the classes of a hierarchy apart, by {@code @JsonTypeInfo}.
 *
 * @param root the type that carries the annotation
 * @param property the member that tells them apart
 * @param isOwnProperty whether the classes have that property themselves, so that nothing is added when they are written
 * @param isVisible whether the property is also handed to the class that is read
 * @param isShort whether a class without a name of its own goes by its simple name, without the class around it
 * @param fallback the class that is read where the property is absent or unknown
 */
record TypeInfo(
        TypeElement root,
        String property,
        boolean isOwnProperty,
        boolean isVisible,
        boolean isShort,
        Optional<TypeElement> fallback) {}
