package io.github.centrifugorpc.maven.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The annotations of members, as running code finds them. Those of a record's component stand on the field, accessor and
 * parameter that Java adds for it, on each as far as the annotation allows; before a record is compiled javac tells
 * less, or more.
 */
final class RecordAnnotations {

    private final JavaModel model;

    RecordAnnotations(JavaModel model) {
        this.model = model;
    }

    Annotations of(Element member) {
        Optional<RecordComponentElement> component = component(member);
        if (component.isEmpty()) {
            return Annotations.of(member);
        }
        List<AnnotationMirror> allowed = new ArrayList<>();
        Annotations.of(member, component.get()).mirrors().stream()
                .filter(mirror -> isAllowedOn(mirror, member.getKind()))
                .forEach(allowed::add);
        return new Annotations(allowed);
    }

    /** The component that an added member stands for. */
    private Optional<RecordComponentElement> component(Element member) {
        Element holder = JavaModel.enclosing(member);
        TypeElement type = JavaModel.ownerOf(member);
        if (type.getKind() != ElementKind.RECORD || !model.isFromSource(type)) {
            return Optional.empty();
        }
        if (member.getKind() != ElementKind.FIELD
                && isWritten(member.getKind() == ElementKind.PARAMETER ? holder : member)) {
            return Optional.empty();
        }
        return type.getRecordComponents().stream()
                .filter(component -> component.getSimpleName().equals(member.getSimpleName()))
                .filter(component -> !(member instanceof ExecutableElement method)
                        || method.getParameters().isEmpty())
                .map(RecordComponentElement.class::cast)
                .findFirst();
    }

    private boolean isWritten(Element element) {
        return model.elements().getOrigin(element) == Elements.Origin.EXPLICIT;
    }

    private static boolean isAllowedOn(AnnotationMirror mirror, ElementKind kind) {
        String wanted = switch (kind) {
            case FIELD -> "FIELD";
            case PARAMETER -> "PARAMETER";
            default -> "METHOD";
        };
        return Annotations.of(Annotations.element(mirror))
                .find("java.lang.annotation.Target")
                .map(target -> Annotations.values(target, "value").stream()
                        .map(value -> ((Element) value).getSimpleName().toString())
                        .anyMatch(allowed -> allowed.equals(wanted) || allowed.equals("TYPE_USE")))
                .orElse(true);
    }
}
