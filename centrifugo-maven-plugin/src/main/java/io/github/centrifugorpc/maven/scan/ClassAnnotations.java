package io.github.centrifugorpc.maven.scan;

import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** The annotations of classes, those of what is above them included, and what they say of builders. */
final class ClassAnnotations {

    private static final String PACKAGE = "com.fasterxml.jackson.databind.annotation.";

    private final Hierarchy hierarchy;

    ClassAnnotations(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    Annotations of(TypeElement type) {
        return Annotations.of(hierarchy.inJacksonsOrder(type));
    }

    /** The class that is filled in the place of another one, which it then builds. */
    Optional<TypeElement> builderOf(TypeElement type) {
        return of(type).find(PACKAGE + "JsonDeserialize")
                .flatMap(mirror -> Annotations.type(mirror, "builder"))
                .filter(found -> !found.getQualifiedName().contentEquals("java.lang.Void"));
    }

    static String setterPrefix(Annotations ofBuilder) {
        return ofBuilder
                .find(PACKAGE + "JsonPOJOBuilder")
                .flatMap(mirror -> Annotations.text(mirror, "withPrefix"))
                .orElse("with");
    }
}
