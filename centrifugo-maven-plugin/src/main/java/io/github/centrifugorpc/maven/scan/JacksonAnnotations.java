package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.TypeKind;

/**
 * What Jackson's annotations mean for a contract. Those that it does not express are refused by name: one that was
 * passed over would give clients the wrong names or shapes.
 */
final class JacksonAnnotations {

    private static final String PACKAGE = "com.fasterxml.jackson.annotation.";
    private static final String PROPERTY = PACKAGE + "JsonProperty";
    private static final String IGNORE = PACKAGE + "JsonIgnore";
    private static final String META = PACKAGE + "JacksonAnnotationsInside";

    /** Of no consequence for names, shapes or presence. */
    private static final Set<String> HARMLESS = Set.of(
            PACKAGE + "JsonPropertyDescription", PACKAGE + "JsonClassDescription", PACKAGE + "JsonPropertyOrder");

    private final ProblemSink problems;

    JacksonAnnotations(ProblemSink problems) {
        this.problems = problems;
    }

    /** The wire name that an annotation gives. */
    static Optional<String> explicitName(Annotations annotations) {
        return annotations
                .all(PROPERTY)
                .flatMap(mirror -> Annotations.text(mirror, "value").stream())
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    static boolean isExplicit(Annotations annotations) {
        return annotations.find(PROPERTY).isPresent();
    }

    static boolean isRequired(Annotations annotations) {
        return annotations.all(PROPERTY).anyMatch(mirror -> Annotations.flag(mirror, "required"));
    }

    static boolean isIgnored(Annotations annotations) {
        return annotations
                .all(IGNORE)
                .anyMatch(mirror -> Annotations.written(mirror, "value")
                        .map(Boolean.TRUE::equals)
                        .orElse(true));
    }

    /** Reports every annotation of a type or member that the contract cannot express. */
    void check(Annotations annotations, Place place, String what) {
        for (AnnotationMirror mirror : annotations.mirrors()) {
            String name = Annotations.name(mirror);
            if (mirror.getAnnotationType().getKind() == TypeKind.ERROR) {
                checkUnresolved(List.of(name), place, what);
            } else if (name.equals(PROPERTY)
                    && Annotations.written(mirror, "value").isPresent()
                    && Annotations.text(mirror, "value").isEmpty()) {
                problems.report(ProblemId.NOT_CONSTANT, place, Map.of("what", "the @JsonProperty of " + what));
            } else if (changesShape(mirror, name)) {
                problems.report(
                        ProblemId.UNSUPPORTED_ANNOTATION,
                        place,
                        Map.of("what", what, "annotation", told(mirror, name)));
            }
        }
        if (isIgnored(annotations) && isExplicit(annotations)) {
            problems.report(
                    ProblemId.UNSUPPORTED_ANNOTATION,
                    place,
                    Map.of("what", what, "annotation", "JsonIgnore beside @JsonProperty"));
        }
    }

    void checkUnresolved(List<String> names, Place place, String what) {
        names.forEach(name ->
                problems.report(ProblemId.UNRESOLVED_ANNOTATION, place, Map.of("what", what, "annotation", name)));
    }

    private static String told(AnnotationMirror mirror, String name) {
        return Annotations.element(mirror).getSimpleName() + (name.equals(PROPERTY) ? "(access = …)" : "");
    }

    private static boolean changesShape(AnnotationMirror mirror, String name) {
        if (name.equals(PROPERTY)) {
            return Annotations.written(mirror, "access")
                    .filter(access -> !access.toString().endsWith("AUTO"))
                    .isPresent();
        }
        if (name.equals(PACKAGE + "JsonInclude")) {
            return !isWhatTheServerDoesAnyway(mirror);
        }
        if (name.equals(PACKAGE + "JsonIgnoreProperties")) {
            return Annotations.written(mirror, "value")
                            .filter(names -> !((List<?>) names).isEmpty())
                            .isPresent()
                    || Annotations.flag(mirror, "allowGetters")
                    || Annotations.flag(mirror, "allowSetters");
        }
        if (name.equals("java.beans.ConstructorProperties")) {
            return true;
        }
        return !name.equals(IGNORE) && !HARMLESS.contains(name) && (isOfJackson(name) || bundlesJackson(mirror));
    }

    private static boolean isWhatTheServerDoesAnyway(AnnotationMirror include) {
        return include.getElementValues().entrySet().stream()
                .allMatch(entry -> entry.getKey().getSimpleName().contentEquals("value")
                        && entry.getValue().getValue().toString().matches(".*NON_(NULL|ABSENT)"));
    }

    private static boolean isOfJackson(String name) {
        return name.startsWith("com.fasterxml.jackson.") || name.startsWith("tools.jackson.");
    }

    private static boolean bundlesJackson(AnnotationMirror mirror) {
        return Annotations.of(Annotations.element(mirror)).find(META).isPresent();
    }
}
