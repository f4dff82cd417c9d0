package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Docs;
import java.util.Optional;
import javax.lang.model.element.Element;

/** What people wrote about an element: its documentation and whether it is deprecated. */
final class Notes {

    private final JavaModel model;

    Notes(JavaModel model) {
        this.model = model;
    }

    Docs docs(Element element) {
        return model.docComment(element).map(model.docReader()::body).orElse(Docs.NONE);
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
