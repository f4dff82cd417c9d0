package io.github.centrifugorpc.maven.scan;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * One field, method or parameter by which Jackson may read or write a property.
 *
 * @param annotations its own and those of what it overrides
 * @param name the name that an annotation gives, or the implied one where an annotation only says that it counts
 * @param isNamed the name is that of an annotation
 */
record Accessor(
        Kind kind,
        Element element,
        TypeMirror type,
        TypeMarks marks,
        Annotations annotations,
        Optional<String> name,
        boolean isNamed,
        boolean isVisible,
        boolean isIgnored) {

    /** In the order in which people look for a property. */
    enum Kind {
        FIELD,
        PARAMETER,
        GETTER,
        SETTER
    }

    /** Whether an annotation asks for it, with a name or without. */
    boolean isExplicit() {
        return kind == Kind.PARAMETER ? isNamed : name.isPresent();
    }

    boolean saysNullable() {
        return annotations.sayNullable() || marks.isNullable(type, "");
    }

    boolean saysNonNull() {
        return annotations.sayNonNull() || marks.isNonNull(type, "") || isOptionalOfNonNull();
    }

    /** An empty Optional holds null to Bean Validation. */
    private boolean isOptionalOfNonNull() {
        return type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.util.Optional")
                && declared.getTypeArguments().stream()
                        .flatMap(held -> held.getAnnotationMirrors().stream())
                        .anyMatch(BeanValidation::refusesNull);
    }

    /** The class that it stands in. */
    TypeElement owner() {
        return JavaModel.ownerOf(element);
    }

    String elementName() {
        return element.getSimpleName().toString();
    }
}
