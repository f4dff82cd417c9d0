package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Docs;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** What people wrote about an element for others: its documentation, its name, and whether it is deprecated. */
final class Notes {

    private static final String DESCRIPTION_OF_PROPERTY = "com.fasterxml.jackson.annotation.JsonPropertyDescription";
    private static final String DESCRIPTION_OF_CLASS = "com.fasterxml.jackson.annotation.JsonClassDescription";
    private static final String WIRE_NAME = "io.github.centrifugorpc.WireName";

    private final JavaModel model;

    Notes(JavaModel model) {
        this.model = model;
    }

    /** The name of a type: by {@code @WireName}, else its simple name. */
    String name(TypeElement type) {
        return givenName(type).orElse(type.getSimpleName().toString());
    }

    /** The name that {@code @WireName} gives to a type. */
    Optional<String> givenName(TypeElement type) {
        return Annotations.of(type).find(WIRE_NAME).flatMap(mirror -> Annotations.text(mirror, "value"));
    }

    Docs docs(Element element) {
        Docs written = model.docComment(element).map(model.docReader()::body).orElse(Docs.NONE);
        return written.isEmpty() ? description(element) : written;
    }

    /** What Jackson's annotations say of it, where there is no comment. */
    private Docs description(Element element) {
        Annotations annotations = Annotations.of(element);
        return annotations
                .find(DESCRIPTION_OF_PROPERTY)
                .or(() -> annotations.find(DESCRIPTION_OF_CLASS))
                .flatMap(mirror -> Annotations.text(mirror, "value"))
                .filter(text -> !text.isBlank())
                .map(text -> Docs.of(text.strip()))
                .orElse(Docs.NONE);
    }

    /** What the owner's comment says of a component in its {@code @param}. */
    Docs param(Element owner, String component) {
        return model.docComment(owner)
                .map(comment -> model.docReader().param(comment, component))
                .orElse(Docs.NONE);
    }

    /** What to use instead; empty text where {@code @Deprecated} stands alone. */
    Optional<String> deprecated(Element element) {
        if (!model.elements().isDeprecated(element)) {
            return Optional.empty();
        }
        return Optional.of(
                model.docComment(element).flatMap(model.docReader()::deprecated).orElse(""));
    }
}
