package io.github.centrifugorpc.maven.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/**
 * The annotations of one thing, gathered from all the places where Java lets them stand: the annotations of a record
 * component may be on the component, its field, its accessor or the constructor's parameter.
 *
 * @param mirrors in the order of the places
 */
record Annotations(List<? extends AnnotationMirror> mirrors) {

    /** What javac puts in the place of a constant that it cannot find. */
    private static final String UNKNOWN = "<error>";

    static Annotations of(AnnotatedConstruct... places) {
        return of(List.of(places));
    }

    static Annotations of(Collection<? extends AnnotatedConstruct> places) {
        List<AnnotationMirror> mirrors = new ArrayList<>();
        places.forEach(place -> mirrors.addAll(place.getAnnotationMirrors()));
        return new Annotations(mirrors);
    }

    Annotations and(Annotations others) {
        List<AnnotationMirror> all = new ArrayList<>(mirrors);
        all.addAll(others.mirrors);
        return new Annotations(all);
    }

    /** Whether there is one of this simple name, whatever its package. */
    boolean has(String simpleName) {
        return mirrors.stream()
                .anyMatch(mirror -> element(mirror).getSimpleName().contentEquals(simpleName));
    }

    boolean sayNullable() {
        return has("Nullable");
    }

    boolean sayNonNull() {
        return has("NonNull") || has("NotNull");
    }

    /** All of one annotation type, by its qualified name. */
    Stream<? extends AnnotationMirror> all(String qualifiedName) {
        return mirrors.stream().filter(mirror -> name(mirror).equals(qualifiedName));
    }

    Optional<? extends AnnotationMirror> find(String qualifiedName) {
        return all(qualifiedName).findFirst();
    }

    static TypeElement element(AnnotationMirror mirror) {
        return (TypeElement) mirror.getAnnotationType().asElement();
    }

    static String name(AnnotationMirror mirror) {
        return element(mirror).getQualifiedName().toString();
    }

    /** A value as it is written; empty where the annotation's default holds. */
    static Optional<Object> written(AnnotationMirror mirror, String member) {
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
                .findFirst()
                .map(entry -> entry.getValue())
                .map(AnnotationValue::getValue);
    }

    /** A text as it is written; empty also where javac cannot evaluate it. */
    static Optional<String> text(AnnotationMirror mirror, String member) {
        return written(mirror, member)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.equals(UNKNOWN));
    }

    static boolean flag(AnnotationMirror mirror, String member) {
        return written(mirror, member).filter(Boolean.TRUE::equals).isPresent();
    }
}
