package io.github.centrifugorpc.maven.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/**
 * The annotations of one thing, gathered from all the places where Java lets them stand: the annotations of a record
 * component may be on the component, its field, its accessor or the constructor's parameter.
 *
 * @param mirrors in the order of the places
 */
record Annotations(List<? extends AnnotationMirror> mirrors) {

    /** What javac puts in the place of a constant that it cannot find. */
    private static final String UNKNOWN = "<error>";

    /** By which Jackson knows an annotation that stands for those on it. */
    private static final String BUNDLE = "com.fasterxml.jackson.annotation.JacksonAnnotationsInside";

    /** None at all. */
    static final Annotations NONE = new Annotations(List.of());

    static Annotations of(AnnotatedConstruct... places) {
        return of(List.of(places));
    }

    /** Those of the places, and those that stand inside bundles. */
    static Annotations of(Collection<? extends AnnotatedConstruct> places) {
        List<AnnotationMirror> mirrors = new ArrayList<>();
        places.forEach(place -> addAll(place, mirrors, new HashSet<>()));
        return new Annotations(mirrors);
    }

    private static void addAll(AnnotatedConstruct place, List<AnnotationMirror> mirrors, Set<String> opened) {
        for (AnnotationMirror mirror : place.getAnnotationMirrors()) {
            mirrors.add(mirror);
            TypeElement type = element(mirror);
            boolean isBundle = type.getAnnotationMirrors().stream()
                    .anyMatch(inner -> name(inner).equals(BUNDLE));
            if (isBundle && opened.add(name(mirror))) {
                addAll(type, mirrors, opened);
            }
        }
    }

    Annotations and(Annotations others) {
        List<AnnotationMirror> all = new ArrayList<>(mirrors);
        all.addAll(others.mirrors);
        return new Annotations(all);
    }

    /** Those that Jackson sees: one that stands nearer hides others of its type. */
    Collection<AnnotationMirror> firstOfEach() {
        Map<String, AnnotationMirror> first = new LinkedHashMap<>();
        mirrors.forEach(mirror -> first.putIfAbsent(name(mirror), mirror));
        return first.values();
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
        return mirrors.stream().anyMatch(Annotations::saysNonNull);
    }

    private static boolean saysNonNull(AnnotationMirror mirror) {
        return BeanValidation.refusesNull(mirror)
                || (!BeanValidation.isStandard(mirror)
                        && Set.of("NonNull", "NotNull")
                                .contains(element(mirror).getSimpleName().toString()));
    }

    /** All of one annotation type, by its qualified name. */
    Stream<? extends AnnotationMirror> all(String qualifiedName) {
        return mirrors.stream().filter(mirror -> name(mirror).equals(qualifiedName));
    }

    Optional<AnnotationMirror> find(String qualifiedName) {
        return all(qualifiedName).map(AnnotationMirror.class::cast).findFirst();
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
        return constantOf(mirror, member, String.class);
    }

    /** A constant of the given type as it is written; empty also where javac cannot evaluate it. */
    static <T> Optional<T> constantOf(AnnotationMirror mirror, String member, Class<T> type) {
        return written(mirror, member).filter(type::isInstance).map(type::cast).filter(value -> !value.equals(UNKNOWN));
    }

    /** The name of an enum's constant as it is written. */
    static Optional<String> constant(AnnotationMirror mirror, String member) {
        return written(mirror, member)
                .filter(VariableElement.class::isInstance)
                .map(constant -> ((VariableElement) constant).getSimpleName().toString());
    }

    /** The qualified name of a class as it is written. */
    static Optional<String> typeName(AnnotationMirror mirror, String member) {
        return type(mirror, member).map(type -> type.getQualifiedName().toString());
    }

    /** A class as it is written. */
    static Optional<TypeElement> type(AnnotationMirror mirror, String member) {
        return written(mirror, member).filter(DeclaredType.class::isInstance).map(type ->
                (TypeElement) ((DeclaredType) type).asElement());
    }

    /** The values of an array as they are written; none where the annotation's default holds. */
    static List<Object> values(AnnotationMirror mirror, String member) {
        return written(mirror, member).filter(List.class::isInstance).stream()
                .flatMap(values -> ((List<?>) values).stream())
                .map(value -> ((AnnotationValue) value).getValue())
                .toList();
    }

    /** Texts of an array as they are written. */
    static List<String> texts(AnnotationMirror mirror, String member) {
        return values(mirror, member).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    static boolean flag(AnnotationMirror mirror, String member) {
        return written(mirror, member).filter(Boolean.TRUE::equals).isPresent();
    }
}
