package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads enums: their constants by the values that Jackson writes. */
final class EnumReader {

    private static final String PACKAGE = "com.fasterxml.jackson.annotation.";
    private static final String FORMAT = PACKAGE + "JsonFormat";
    private static final String ALIAS = PACKAGE + "JsonAlias";
    private static final String DEFAULT = PACKAGE + "JsonEnumDefaultValue";
    private static final Set<String> OF_CONSTANTS = Set.of(ALIAS, DEFAULT);

    /** Shapes that leave an enum the text that it is. */
    private static final Set<String> TEXTUAL = Set.of("ANY", "NATURAL", "SCALAR", "STRING");

    private static final Set<String> NUMERIC = Set.of("NUMBER", "NUMBER_INT");

    private final JavaModel model;
    private final Notes notes;
    private final JacksonAnnotations jackson;
    private final EnumValues enumValues;
    private final ProblemSink problems;
    private final Map<TypeElement, EnumType> read = new HashMap<>();

    EnumReader(JavaModel model, Notes notes, JacksonAnnotations jackson, EnumValues enumValues, ProblemSink problems) {
        this.model = model;
        this.notes = notes;
        this.jackson = jackson;
        this.enumValues = enumValues;
        this.problems = problems;
    }

    /** What the constants of an enum are on the wire. */
    private record Form(ScalarKind base, Function<Element, String> name) {}

    EnumType read(TypeElement type) {
        EnumType known = read.get(type);
        if (known == null) {
            known = readNew(type);
            read.put(type, known);
        }
        return known;
    }

    private EnumType readNew(TypeElement type) {
        check(type);
        List<Element> constants = constants(type).toList();
        if (constants.isEmpty()) {
            problems.report(ProblemId.EMPTY_ENUM, model.placeOf(type), Map.of("type", name(type)));
        }
        Form form = enumValues
                .of(type)
                .map(values -> new Form(
                        values.base(),
                        constant -> values.byConstant()
                                .getOrDefault(constant.getSimpleName().toString(), "")))
                .orElseGet(() -> isNumeric(type) ? ordinals(constants) : names());
        return new EnumType(
                notes.name(type),
                model.binaryName(type),
                form.base(),
                constants.stream().map(constant -> value(constant, form)).toList(),
                constants.stream()
                        .filter(constant ->
                                Annotations.of(constant).find(DEFAULT).isPresent())
                        .map(form.name())
                        .findFirst(),
                notes.docs(type),
                notes.deprecated(type),
                model.placeOf(type));
    }

    private static Form names() {
        return new Form(
                ScalarKind.STRING,
                constant -> JacksonAnnotations.explicitName(Annotations.of(constant))
                        .orElse(constant.getSimpleName().toString()));
    }

    private static Form ordinals(List<Element> constants) {
        Map<Element, Integer> positions = new HashMap<>();
        constants.forEach(constant -> positions.put(constant, positions.size()));
        return new Form(ScalarKind.INT, constant -> String.valueOf(positions.get(constant)));
    }

    private EnumType.Value value(Element constant, Form form) {
        List<String> aliases = Annotations.of(constant)
                .all(ALIAS)
                .flatMap(mirror -> Annotations.texts(mirror, "value").stream())
                .distinct()
                .toList();
        return new EnumType.Value(
                form.name().apply(constant),
                constant.getSimpleName().toString(),
                aliases,
                notes.docs(constant),
                notes.deprecated(constant));
    }

    private void check(TypeElement type) {
        jackson.check(without(type, Set.of(FORMAT)), model.placeOf(type), name(type));
        Annotations.of(type)
                .find(FORMAT)
                .filter(mirror -> !mirror.getElementValues().keySet().stream()
                        .allMatch(member -> member.getSimpleName().contentEquals("shape")))
                .ifPresent(mirror -> refuseShape(
                        type, "JsonFormat", "changes more than the shape", "leave nothing but the shape there"));
        shape(type)
                .filter(shape -> !TEXTUAL.contains(shape) && !NUMERIC.contains(shape))
                .ifPresent(shape -> refuseShape(
                        type,
                        "JsonFormat(shape = " + shape + ")",
                        "makes something else of it than one text or number",
                        "remove it; what its constants hold may travel in a record"));
        boolean hasValues = enumValues.accessor(type).isPresent();
        for (Element enclosed : type.getEnclosedElements()) {
            if (!(enclosed instanceof TypeElement)) {
                if (!hasValues
                        && Annotations.of(enclosed).find(EnumValues.CREATOR).isPresent()) {
                    refuseShape(
                            type,
                            "JsonCreator",
                            "reads it in a way that only running it could tell",
                            "say by @JsonValue what is written, or use @JsonProperty on each constant instead");
                }
                Set<String> understood =
                        enclosed.getKind() == ElementKind.ENUM_CONSTANT ? OF_CONSTANTS : EnumValues.ANNOTATIONS;
                String what = "'" + enclosed.getSimpleName() + "' of " + name(type);
                jackson.check(without(enclosed, understood), model.placeOf(enclosed), what);
                jackson.checkUnresolved(model.unresolvedAnnotations(enclosed), model.placeOf(enclosed), what);
            }
        }
    }

    private void refuseShape(TypeElement type, String annotation, String reason, String fix) {
        problems.report(
                ProblemId.UNSUPPORTED_ENUM_SHAPE,
                model.placeOf(type),
                Map.of("type", name(type), "annotation", annotation, "reason", reason, "fix", fix));
    }

    private static boolean isNumeric(TypeElement type) {
        return shape(type).filter(NUMERIC::contains).isPresent();
    }

    private static Optional<String> shape(TypeElement type) {
        return Annotations.of(type).find(FORMAT).flatMap(mirror -> Annotations.constant(mirror, "shape"));
    }

    private static Annotations without(Element element, Set<String> understood) {
        return new Annotations(Annotations.of(element).mirrors().stream()
                .filter(mirror -> !understood.contains(Annotations.name(mirror)))
                .toList());
    }

    private static Stream<Element> constants(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(enclosed -> enclosed.getKind() == ElementKind.ENUM_CONSTANT)
                .map(Element.class::cast);
    }

    private static String name(TypeElement type) {
        return type.getSimpleName().toString();
    }
}
