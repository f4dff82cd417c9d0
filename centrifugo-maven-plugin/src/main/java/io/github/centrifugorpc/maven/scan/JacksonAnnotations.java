package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.TypeKind;

/**
 * What Jackson's annotations mean for a contract. Those that it does not express are refused by name: one that was
 * passed over would give clients the wrong names or shapes.
 */
final class JacksonAnnotations {

    private static final String PACKAGE = "com.fasterxml.jackson.annotation.";
    private static final String DATABIND = "com.fasterxml.jackson.databind.annotation.";
    private static final String PROPERTY = PACKAGE + "JsonProperty";
    private static final String IGNORE = PACKAGE + "JsonIgnore";
    private static final String META = PACKAGE + "JacksonAnnotationsInside";

    /** Of no consequence for names, shapes or presence. */
    private static final Set<String> HARMLESS = Set.of(
            PACKAGE + "JsonPropertyDescription", PACKAGE + "JsonClassDescription", PACKAGE + "JsonPropertyOrder");

    /** Those that make a property of what they stand on, as {@code @JsonProperty} does. */
    private static final List<String> ASKING = List.of(
            PACKAGE + "JsonView",
            PACKAGE + "JsonFormat",
            PACKAGE + "JsonTypeInfo",
            PACKAGE + "JsonUnwrapped",
            PACKAGE + "JsonBackReference",
            PACKAGE + "JsonManagedReference");

    private static final List<String> ASKING_TO_WRITE =
            List.of(DATABIND + "JsonSerialize", PACKAGE + "JsonSerializeAs", PACKAGE + "JsonRawValue");

    private static final List<String> ASKING_TO_READ =
            List.of(DATABIND + "JsonDeserialize", PACKAGE + "JsonDeserializeAs", PACKAGE + "JsonMerge");

    private final ProblemSink problems;

    JacksonAnnotations(ProblemSink problems) {
        this.problems = problems;
    }

    /** The wire name that an annotation gives. */
    static Optional<String> explicitName(Annotations annotations) {
        return annotations
                .find(PROPERTY)
                .flatMap(mirror -> Annotations.text(mirror, "value"))
                .filter(name -> !name.isEmpty());
    }

    /**
     * The name that annotations of a field, method or parameter give in one direction; empty text where they ask for the
     * property and leave its name alone.
     */
    static Optional<String> name(Annotations annotations, Direction direction) {
        boolean isWritten = direction == Direction.RESULT;
        Optional<String> special = annotations
                .find(PACKAGE + (isWritten ? "JsonGetter" : "JsonSetter"))
                .map(mirror -> Annotations.text(mirror, "value").orElse(""));
        if (special.filter(name -> !name.isEmpty()).isPresent()) {
            return special;
        }
        Optional<String> general = annotations
                .find(PROPERTY)
                .map(mirror -> Annotations.text(mirror, "value").orElse(""));
        if (general.isPresent() || special.isPresent()) {
            return general.or(() -> special);
        }
        return Stream.concat(ASKING.stream(), (isWritten ? ASKING_TO_WRITE : ASKING_TO_READ).stream())
                        .anyMatch(asking -> annotations.find(asking).isPresent())
                ? Optional.of("")
                : Optional.empty();
    }

    static boolean isExplicit(Annotations annotations) {
        return annotations.find(PROPERTY).isPresent();
    }

    static boolean isRequired(Annotations annotations) {
        return annotations
                .all(PROPERTY)
                .anyMatch(mirror -> Annotations.flag(mirror, "required")
                        || Annotations.constant(mirror, "isRequired")
                                .filter("TRUE"::equals)
                                .isPresent());
    }

    static boolean isIgnored(Annotations annotations) {
        return annotations
                .find(IGNORE)
                .or(() -> annotations.find("java.beans.Transient"))
                .filter(mirror -> isTrue(mirror))
                .isPresent();
    }

    static boolean isAnySetter(Annotations annotations) {
        return isOn(annotations, "JsonAnySetter");
    }

    /** Whether a value comes from the server's own set-up instead of from what arrives. */
    static boolean isInjected(Annotations annotations) {
        return annotations.find(PACKAGE + "JacksonInject").isPresent();
    }

    /** Whether an annotation that is on by default is on. */
    static boolean isOn(Annotations annotations, String simpleName) {
        return annotations
                .find(PACKAGE + simpleName)
                .filter(mirror -> isTrue(mirror))
                .isPresent();
    }

    /** {@code READ_ONLY} and the like; empty where the accessors decide. */
    static Optional<String> access(Annotations annotations) {
        return annotations
                .find(PROPERTY)
                .flatMap(mirror -> Annotations.constant(mirror, "access"))
                .filter(access -> !access.equals("AUTO"));
    }

    /** The position among the members; empty where none is given. */
    static Optional<Integer> index(Annotations annotations) {
        return annotations
                .find(PROPERTY)
                .flatMap(mirror -> Annotations.written(mirror, "index"))
                .map(Integer.class::cast)
                .filter(index -> index != -1);
    }

    /** Other names that are read as the same property. */
    static List<String> aliases(Annotations annotations) {
        return annotations.find(PACKAGE + "JsonAlias").stream()
                .flatMap(mirror -> Annotations.texts(mirror, "value").stream())
                .toList();
    }

    /** Whether an empty text and its likes are left out when they are written. */
    static boolean leavesOutEmpty(Annotations ofMember, Annotations ofClass) {
        return include(ofMember)
                .filter(include -> !include.equals("USE_DEFAULTS"))
                .or(() -> include(ofClass))
                .filter("NON_EMPTY"::equals)
                .isPresent();
    }

    private static Optional<String> include(Annotations annotations) {
        return annotations
                .find(PACKAGE + "JsonInclude")
                .map(mirror -> Annotations.constant(mirror, "value").orElse("ALWAYS"));
    }

    private static boolean isTrue(AnnotationMirror mirror) {
        return Stream.of("value", "enabled")
                .flatMap(member -> Annotations.written(mirror, member).stream())
                .noneMatch(Boolean.FALSE::equals);
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
