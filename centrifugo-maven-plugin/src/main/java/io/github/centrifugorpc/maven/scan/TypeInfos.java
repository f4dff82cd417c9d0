package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Jackson's annotations about subtypes, as a hierarchy of classes inherits them. */
final class TypeInfos {

    private static final String PACKAGE = "com.fasterxml.jackson.annotation.";
    private static final String TYPE_INFO = PACKAGE + "JsonTypeInfo";
    private static final String SUBTYPES = PACKAGE + "JsonSubTypes";
    private static final String TYPE_NAME = PACKAGE + "JsonTypeName";

    /** Why a way to tell classes apart is refused, by the name of the constant. */
    private static final Map<String, String> REFUSED = Map.of(
            "CLASS", "lets a caller choose which class of the server is created",
            "MINIMAL_CLASS", "lets a caller choose which class of the server is created",
            "DEDUCTION", "leaves clients to guess a variant from the members that are there",
            "CUSTOM", "leaves the names to code that nobody can read",
            "NONE", "says that nothing tells the subtypes apart",
            "WRAPPER_OBJECT", "wraps each value in another object",
            "WRAPPER_ARRAY", "wraps each value in an array",
            "EXTERNAL_PROPERTY", "puts the name beside the value, into the object around it");

    private final JavaModel model;
    private final Hierarchy hierarchy;
    private final ProblemSink problems;
    private final Map<TypeElement, Optional<TypeInfo>> byRoot = new HashMap<>();

    TypeInfos(JavaModel model, Hierarchy hierarchy, ProblemSink problems) {
        this.model = model;
        this.hierarchy = hierarchy;
        this.problems = problems;
    }

    /**
     * A subtype as {@code @JsonSubTypes} lists it.
     *
     * @param name empty where the subtype's own name holds
     */
    record Subtype(TypeElement type, Optional<String> name) {}

    /** Whether a type stands for one of several others: it cannot be created itself, and they are known. */
    boolean isUnion(TypeElement type) {
        return isOpen(type) && (isSealed(type) || isAnnotated(type));
    }

    /** Whether a class has subtypes that are known, so that a value of it may be one of those. */
    boolean hasSubtypes(TypeElement type) {
        return isSealed(type) || !subtypes(type).isEmpty();
    }

    /** Whether a type cannot be created itself. */
    static boolean isOpen(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE
                || (type.getKind() == ElementKind.CLASS && type.getModifiers().contains(Modifier.ABSTRACT));
    }

    /** Whether a class that can be created itself stands for others, too. */
    boolean isUnionAsWell(TypeElement type) {
        return isSealed(type) || (isAnnotated(type) && hasSubtypes(type));
    }

    /** What the class or the nearest type above it says; empty also when a problem with it was reported. */
    Optional<TypeInfo> of(TypeElement type) {
        return rootOf(type).flatMap(root -> byRoot.computeIfAbsent(root, this::read));
    }

    /** Whether the class, or a type above it, has a {@code @JsonTypeInfo} at all. */
    boolean isAnnotated(TypeElement type) {
        return rootOf(type).isPresent();
    }

    /** The subtypes that a type lists itself, by annotation or because it is sealed. */
    List<Subtype> subtypes(TypeElement type) {
        List<Subtype> listed = new ArrayList<>();
        Set<TypeElement> seen = new LinkedHashSet<>();
        Annotations.of(type)
                .all(SUBTYPES)
                .flatMap(mirror -> Annotations.values(mirror, "value").stream())
                .filter(AnnotationMirror.class::isInstance)
                .forEach(entry -> listed(type, (AnnotationMirror) entry)
                        .filter(subtype -> seen.add(subtype.type()))
                        .ifPresent(listed::add));
        type.getPermittedSubclasses().stream()
                .filter(DeclaredType.class::isInstance)
                .map(permitted -> (TypeElement) ((DeclaredType) permitted).asElement())
                .filter(seen::add)
                .forEach(permitted -> listed.add(new Subtype(permitted, Optional.empty())));
        return listed;
    }

    /** The name that a class has by its own annotation; Jackson does not inherit it. */
    static Optional<String> nameOf(TypeElement type) {
        return Annotations.of(type)
                .find(TYPE_NAME)
                .flatMap(mirror -> Annotations.text(mirror, "value"))
                .filter(name -> !name.isEmpty());
    }

    private static boolean isSealed(TypeElement type) {
        // Not the modifier: class files do not have it.
        return !type.getPermittedSubclasses().isEmpty();
    }

    private Optional<TypeElement> rootOf(TypeElement type) {
        return hierarchy.inJacksonsOrder(type).stream()
                .filter(owner -> Annotations.of(owner).find(TYPE_INFO).isPresent())
                .findFirst();
    }

    private Optional<Subtype> listed(TypeElement owner, AnnotationMirror entry) {
        List<String> names = Annotations.texts(entry, "names");
        if (names.size() > 1) {
            refuse(owner, "JsonSubTypes.Type(names = …)", "gives one class several names", "give it one name");
        }
        Optional<String> name = Annotations.text(entry, "name")
                .filter(text -> !text.isEmpty())
                .or(() -> names.stream().findFirst());
        return Annotations.type(entry, "value").map(type -> new Subtype(type, name));
    }

    private Optional<TypeInfo> read(TypeElement root) {
        AnnotationMirror mirror = Annotations.of(root).find(TYPE_INFO).orElseThrow();
        String use = Annotations.constant(mirror, "use").orElse("NAME");
        String include = Annotations.constant(mirror, "include").orElse("PROPERTY");
        String fix = "use = JsonTypeInfo.Id.NAME, with include = JsonTypeInfo.As.PROPERTY or As.EXISTING_PROPERTY";
        if (REFUSED.containsKey(use)) {
            refuse(root, "JsonTypeInfo(use = " + use + ")", REFUSED.get(use), fix);
            return Optional.empty();
        }
        if (REFUSED.containsKey(include)) {
            refuse(root, "JsonTypeInfo(include = " + include + ")", REFUSED.get(include), fix);
            return Optional.empty();
        }
        if (Annotations.constant(mirror, "writeTypeIdForDefaultImpl")
                .filter("FALSE"::equals)
                .isPresent()) {
            refuse(
                    root,
                    "JsonTypeInfo(writeTypeIdForDefaultImpl = FALSE)",
                    "lets one variant go without its name",
                    "leave that part out");
        }
        Optional<TypeElement> fallback = Annotations.type(mirror, "defaultImpl")
                .filter(type -> !type.getQualifiedName().contentEquals(TYPE_INFO));
        if (fallback.filter(type -> type.getQualifiedName().contentEquals("java.lang.Void"))
                .isPresent()) {
            refuse(
                    root,
                    "JsonTypeInfo(defaultImpl = Void.class)",
                    "turns a variant that is not known into null",
                    "name a variant there, or leave that part out");
            fallback = Optional.empty();
        }
        String property = Annotations.text(mirror, "property")
                .filter(text -> !text.isEmpty())
                .orElse("@type");
        return Optional.of(new TypeInfo(
                root,
                property,
                include.equals("EXISTING_PROPERTY"),
                Annotations.flag(mirror, "visible"),
                use.equals("SIMPLE_NAME"),
                fallback));
    }

    private void refuse(TypeElement type, String annotation, String reason, String fix) {
        problems.report(
                ProblemId.UNSUPPORTED_TYPE_INFO,
                model.placeOf(type),
                Map.of(
                        "type", type.getSimpleName().toString(),
                        "annotation", annotation,
                        "reason", reason,
                        "fix", fix));
    }
}
