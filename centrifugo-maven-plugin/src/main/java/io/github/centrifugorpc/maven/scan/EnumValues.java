package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What the constants of an enum with {@code @JsonValue} are on the wire, told without running anything. */
final class EnumValues {

    private static final String PACKAGE = "com.fasterxml.jackson.annotation.";
    private static final String ANNOTATION = PACKAGE + "JsonValue";

    /** Beside values it is taken to be the way back. */
    static final String CREATOR = PACKAGE + "JsonCreator";

    static final Set<String> ANNOTATIONS = Set.of(ANNOTATION, CREATOR);

    private static final Map<String, ScalarKind> BASES = Map.of(
            "java.lang.String", ScalarKind.STRING,
            "byte", ScalarKind.BYTE,
            "java.lang.Byte", ScalarKind.BYTE,
            "short", ScalarKind.SHORT,
            "java.lang.Short", ScalarKind.SHORT,
            "int", ScalarKind.INT,
            "java.lang.Integer", ScalarKind.INT,
            "long", ScalarKind.LONG,
            "java.lang.Long", ScalarKind.LONG);

    private final JavaModel model;
    private final Hierarchy hierarchy;
    private final TypeText text;
    private final ProblemSink problems;

    EnumValues(JavaModel model, Hierarchy hierarchy, TypeText text, ProblemSink problems) {
        this.model = model;
        this.hierarchy = hierarchy;
        this.text = text;
        this.problems = problems;
    }

    /** The values by the names of the constants. */
    record Values(ScalarKind base, Map<String, String> byConstant) {}

    /** The field or method that Jackson asks a constant for its value; the annotation may be on what it overrides. */
    Optional<Element> accessor(TypeElement type) {
        return hierarchy.withSupertypes(type).stream()
                .flatMap(owner -> owner.getEnclosedElements().stream())
                .filter(element -> element.getKind() == ElementKind.FIELD || element.getKind() == ElementKind.METHOD)
                .filter(element -> !element.getModifiers().contains(Modifier.STATIC))
                .filter(EnumValues::isAsked)
                .map(Element.class::cast)
                .findFirst();
    }

    private static boolean isAsked(Element element) {
        return Annotations.of(element)
                .find(ANNOTATION)
                .filter(mirror -> Annotations.written(mirror, "value")
                        .map(Boolean.TRUE::equals)
                        .orElse(true))
                .isPresent();
    }

    /** The values; empty for an enum without {@code @JsonValue}, and where a problem was reported. */
    Optional<Values> of(TypeElement type) {
        return accessor(type).flatMap(accessor -> values(type, accessor));
    }

    private Optional<Values> values(TypeElement type, Element accessor) {
        TypeMirror found = accessor instanceof ExecutableElement method ? method.getReturnType() : accessor.asType();
        ScalarKind base = BASES.get(TypeText.qualified(found));
        if (base == null) {
            report(ProblemId.UNSUPPORTED_ENUM_VALUE, type, accessor, Map.of("found", text.of(found)));
            return Optional.empty();
        }
        Map<String, Object> read =
                model.enumValues(type, accessor.getSimpleName().toString());
        Map<String, String> values = new LinkedHashMap<>();
        for (Element constant : type.getEnclosedElements()) {
            String name = constant.getSimpleName().toString();
            if (constant.getKind() == ElementKind.ENUM_CONSTANT && read.containsKey(name)) {
                values.put(name, String.valueOf(read.get(name)));
            } else if (constant.getKind() == ElementKind.ENUM_CONSTANT) {
                report(ProblemId.UNREADABLE_ENUM_VALUE, type, accessor, Map.of("constant", name));
                return Optional.empty();
            }
        }
        return Optional.of(new Values(base, values));
    }

    private void report(ProblemId id, TypeElement type, Element accessor, Map<String, String> more) {
        Map<String, String> values = new LinkedHashMap<>(more);
        values.put("type", type.getSimpleName().toString());
        values.put("member", accessor.getSimpleName().toString());
        problems.report(id, model.placeOf(accessor), values);
    }
}
