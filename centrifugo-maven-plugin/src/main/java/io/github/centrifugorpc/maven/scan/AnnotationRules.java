package io.github.centrifugorpc.maven.scan;

import static java.util.Map.entry;

import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.TypeKind;

/**
 * Which of Jackson's annotations a contract cannot express. Each is decided on; one that is not known here is refused,
 * because passing over it might give clients wrong names or shapes.
 */
final class AnnotationRules {

    private static final String PACKAGE = "com.fasterxml.jackson.annotation.";
    private static final String DATABIND = "com.fasterxml.jackson.databind.annotation.";
    private static final String OWN_TYPE = "declare the member with the type that travels";

    /** Understood elsewhere in this package, or of no consequence for names, shapes and presence. */
    private static final Set<String> FINE = Set.of(
            PACKAGE + "JacksonAnnotationsInside",
            PACKAGE + "JsonAlias",
            PACKAGE + "JsonAnyGetter",
            PACKAGE + "JsonAnySetter",
            PACKAGE + "JsonAutoDetect",
            PACKAGE + "JsonBackReference",
            PACKAGE + "JsonClassDescription",
            PACKAGE + "JsonCreator",
            PACKAGE + "JsonGetter",
            PACKAGE + "JsonIgnore",
            PACKAGE + "JsonIgnoreType",
            PACKAGE + "JsonKey",
            PACKAGE + "JsonManagedReference",
            PACKAGE + "JsonProperty",
            PACKAGE + "JsonPropertyDescription",
            PACKAGE + "JsonPropertyOrder",
            PACKAGE + "JsonRootName",
            PACKAGE + "JsonTypeName",
            PACKAGE + "JsonView",
            DATABIND + "JsonNaming",
            DATABIND + "JsonPOJOBuilder");

    /** Understood elsewhere where they stand on a class. */
    private static final Set<String> OF_CLASSES = Set.of(
            PACKAGE + "JsonIgnoreProperties",
            PACKAGE + "JsonIncludeProperties",
            PACKAGE + "JsonSubTypes",
            PACKAGE + "JsonTypeInfo");

    /** What is wrong with an annotation, and what to do. */
    private static final Map<String, List<String>> REFUSED = Map.ofEntries(
            entry("JsonUnwrapped", List.of("puts the members of one object into another", "write these members out")),
            entry("JsonRawValue", List.of("writes text as JSON that nobody checks", OWN_TYPE)),
            entry("JsonFilter", List.of("leaves out members when the server runs", "write a type for each view")),
            entry(
                    "JsonIdentityInfo",
                    List.of("writes an object once and then only its id", "refer by a member that holds the id")),
            entry(
                    "JsonIdentityReference",
                    List.of("writes an id in the place of an object", "declare a member that holds the id")),
            entry("JacksonInject", List.of("takes the value from the server's set-up", "set it in the handler")),
            entry("JsonMerge", List.of("mixes what arrives with what the class begins with", "merge in the handler")),
            entry("JsonTypeId", List.of("names a type by a member", "use a sealed interface of records")),
            entry("JsonTypeInfo", List.of("adds what tells types apart", "put it on the type, not on a member")),
            entry("JsonSubTypes", List.of("lists types to choose from", "put it on the type, not on a member")),
            entry("JsonAppend", List.of("writes members that the class does not have", "write these members out")),
            entry(
                    "JsonIncludeProperties",
                    List.of("gives one type several shapes", "write a type with the members that are meant")),
            entry(
                    "JsonIgnoreProperties",
                    List.of("gives one type several shapes", "write a type with the members that are meant")));

    private final ProblemSink problems;

    AnnotationRules(ProblemSink problems) {
        this.problems = problems;
    }

    /** Reports what the contract cannot express of a class in one direction. */
    void checkClass(Annotations ofClass, Direction direction, Place place, String what) {
        WireNames.unknownStrategy(ofClass)
                .ifPresent(strategy -> report(
                        "JsonNaming(" + strategy + ".class)",
                        "names members by code of the project's own",
                        "use one of PropertyNamingStrategies, or @JsonProperty on each member",
                        place,
                        what));
        for (AnnotationMirror mirror : ofClass.firstOfEach()) {
            String name = Annotations.name(mirror);
            if (!OF_CLASSES.contains(name)) {
                check(mirror, name, direction, false, place, what);
            }
        }
    }

    /**
     * Reports what the contract cannot express of a property in one direction.
     *
     * @param isMapped the project says what its type is on the wire
     */
    void checkProperty(Property property, Direction direction, boolean isMapped, String what) {
        for (AnnotationMirror mirror : property.annotations().firstOfEach()) {
            check(mirror, Annotations.name(mirror), direction, isMapped, property.place(), what);
        }
    }

    private void check(
            AnnotationMirror mirror, String name, Direction direction, boolean isMapped, Place place, String what) {
        if (mirror.getAnnotationType().getKind() == TypeKind.ERROR) {
            if (!isOfJackson(name)) {
                // Running code does not see it either; one that is written in a source is reported with its line.
                return;
            }
            problems.report(ProblemId.UNRESOLVED_ANNOTATION, place, Map.of("what", what, "annotation", name));
        } else if (name.equals(PACKAGE + "JsonProperty")
                && Annotations.written(mirror, "value").isPresent()
                && Annotations.text(mirror, "value").isEmpty()) {
            problems.report(ProblemId.NOT_CONSTANT, place, Map.of("what", "the @JsonProperty of " + what));
        } else if (!FINE.contains(name) && isOfJackson(name)) {
            checkJackson(mirror, simpleName(name), direction, isMapped, place, what);
        }
    }

    private void checkJackson(
            AnnotationMirror mirror,
            String simpleName,
            Direction direction,
            boolean isMapped,
            Place place,
            String what) {
        switch (simpleName) {
            case "JsonSerialize", "JsonSerializeAs", "JsonDeserialize", "JsonDeserializeAs" -> {
                boolean isOfDirection = simpleName.startsWith("JsonSerialize") == (direction == Direction.RESULT);
                if (isOfDirection && !isMapped) {
                    customForm(mirror)
                            .ifPresent(member -> problems.report(
                                    ProblemId.CUSTOM_FORM,
                                    place,
                                    Map.of("what", what, "annotation", simpleName + "(" + member + " = …)")));
                }
            }
            case "JsonInclude" -> checkInclude(mirror, direction, place, what);
            case "JsonSetter" -> {
                if (direction == Direction.PARAMS && changesNulls(mirror)) {
                    report(
                            "JsonSetter(nulls = …)",
                            "reads null in a way of its own",
                            "use @Nullable, an Optional or @DefaultValue",
                            place,
                            what);
                }
            }
            // What a member's format means depends on its type.
            case "JsonFormat" -> {}
            case "JsonIgnoreProperties" -> {
                if (!Annotations.texts(mirror, "value").isEmpty()) {
                    refuse(mirror, simpleName, place, what);
                }
            }
            case "JsonUnwrapped" -> {
                if (Annotations.written(mirror, "enabled")
                        .filter(Boolean.FALSE::equals)
                        .isEmpty()) {
                    refuse(mirror, simpleName, place, what);
                }
            }
            case "JsonRawValue" -> {
                if (direction == Direction.RESULT) {
                    refuse(mirror, simpleName, place, what);
                }
            }
            case "JacksonInject", "JsonMerge" -> {
                if (direction == Direction.PARAMS) {
                    refuse(mirror, simpleName, place, what);
                }
            }
            default -> refuse(mirror, simpleName, place, what);
        }
    }

    private void checkInclude(AnnotationMirror mirror, Direction direction, Place place, String what) {
        for (String member : List.of("value", "content")) {
            String include = Annotations.constant(mirror, member).orElse("ALWAYS");
            if (direction == Direction.RESULT && Set.of("NON_DEFAULT", "CUSTOM").contains(include)) {
                report(
                        "JsonInclude(" + (member.equals("value") ? "" : member + " = ") + include + ")",
                        "leaves out values that readers cannot tell",
                        "use NON_NULL, NON_ABSENT or NON_EMPTY",
                        place,
                        what);
            }
        }
    }

    private void refuse(AnnotationMirror mirror, String simpleName, Place place, String what) {
        List<String> told = REFUSED.getOrDefault(
                simpleName,
                List.of("changes what Jackson reads or writes", "remove it and shape the type itself that way"));
        report(Annotations.element(mirror).getSimpleName().toString(), told.get(0), told.get(1), place, what);
    }

    private void report(String annotation, String reason, String fix, Place place, String what) {
        problems.report(
                ProblemId.REFUSED_ANNOTATION,
                place,
                Map.of("what", what, "annotation", annotation, "reason", reason, "fix", fix));
    }

    /** The part of an annotation that names a class to read or write with. */
    private static Optional<String> customForm(AnnotationMirror mirror) {
        return mirror.getElementValues().keySet().stream()
                .map(member -> member.getSimpleName().toString())
                .filter(member -> !Set.of("builder", "typing", "include").contains(member))
                .filter(member -> Annotations.typeName(mirror, member)
                        .filter(type -> !type.matches(".*[.$]None") && !type.equals("java.lang.Void"))
                        .isPresent())
                .sorted()
                .findFirst();
    }

    private static boolean changesNulls(AnnotationMirror mirror) {
        return List.of("nulls", "contentNulls").stream()
                .flatMap(member -> Annotations.constant(mirror, member).stream())
                .anyMatch(nulls -> !nulls.equals("DEFAULT"));
    }

    private static String simpleName(String qualifiedName) {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    private static boolean isOfJackson(String name) {
        // Those of other formats, XML for one, mean nothing to JSON.
        return name.startsWith(PACKAGE)
                || name.startsWith("com.fasterxml.jackson.databind.")
                || name.startsWith("tools.jackson.");
    }
}
