package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** What {@code @JsonFormat} makes of a type: longs may travel as text; whatever else would change the wire is refused. */
final class FormatRules {

    private static final String ANNOTATION = "com.fasterxml.jackson.annotation.JsonFormat";

    private static final Set<ScalarKind> NUMBERS = Set.of(
            ScalarKind.BYTE, ScalarKind.SHORT, ScalarKind.INT, ScalarKind.LONG, ScalarKind.FLOAT, ScalarKind.DOUBLE);

    private static final Set<ScalarKind> TIMES = Set.of(
            ScalarKind.INSTANT,
            ScalarKind.OFFSET_DATE_TIME,
            ScalarKind.ZONED_DATE_TIME,
            ScalarKind.LOCAL_DATE,
            ScalarKind.LOCAL_TIME,
            ScalarKind.LOCAL_DATE_TIME,
            ScalarKind.DURATION);

    private static final Set<String> ISO_DATES = Set.of("yyyy-MM-dd", "uuuu-MM-dd");
    private static final Set<String> UTC = Set.of("UTC", "GMT", "Z");

    private final ProblemSink problems;

    FormatRules(ProblemSink problems) {
        this.problems = problems;
    }

    /** The type as it travels; the given one where nothing changes or a problem was reported. */
    TypeRef applied(Property property, TypeRef type, String what) {
        Optional<AnnotationMirror> format = property.annotations().find(ANNOTATION);
        if (format.isEmpty()) {
            return type;
        }
        refuseFeatures(format.get(), property.place(), what);
        refusePattern(format.get(), type, property.place(), what);
        String shape = Annotations.constant(format.get(), "shape").orElse("ANY");
        if (shape.equals("STRING") && isArrayOfNumbers(property.type(), type)) {
            report("shape = STRING", ", or declare a List<Long>", property.place(), what);
            return type;
        }
        if (!allows(shape, type)) {
            String instead = shape.equals("STRING") ? ", or declare the member as a String or a long" : "";
            report("shape = " + shape, instead, property.place(), what);
            return type;
        }
        return shape.equals("STRING") ? withLongsAsText(type) : type;
    }

    /** Reports a format on a whole class that is not that of an object. */
    void checkClass(Annotations ofClass, Place place, String what) {
        ofClass.find(ANNOTATION).ifPresent(format -> {
            refuseFeatures(format, place, what);
            String shape = Annotations.constant(format, "shape").orElse("ANY");
            if (!Set.of("ANY", "NATURAL", "OBJECT", "POJO").contains(shape)) {
                report("shape = " + shape, "", place, what);
            }
        });
    }

    private static boolean allows(String shape, TypeRef type) {
        if (Set.of("ANY", "NATURAL").contains(shape)) {
            return true;
        }
        if (type instanceof TypeRef.Nullable nullable) {
            return allows(shape, nullable.inner());
        }
        if (type instanceof TypeRef.ListOf list) {
            return shape.equals("ARRAY") || allows(shape, list.element());
        }
        if (type instanceof TypeRef.SetOf set) {
            return shape.equals("ARRAY") || allows(shape, set.element());
        }
        if (type instanceof TypeRef.MapOf map) {
            return shape.equals("OBJECT") || allows(shape, map.value());
        }
        if (type instanceof TypeRef.Scalar scalar) {
            return allows(shape, scalar.kind());
        }
        return Set.of("STRING", "OBJECT", "POJO").contains(shape);
    }

    private static boolean allows(String shape, ScalarKind kind) {
        boolean isNumber = NUMBERS.contains(kind);
        return switch (shape) {
            case "STRING" -> kind == ScalarKind.LONG || (!isNumber && kind != ScalarKind.BOOLEAN);
            case "NUMBER" -> isNumber;
            case "NUMBER_INT" -> isNumber && kind != ScalarKind.FLOAT && kind != ScalarKind.DOUBLE;
            case "NUMBER_FLOAT" -> kind == ScalarKind.FLOAT || kind == ScalarKind.DOUBLE;
            case "BOOLEAN" -> kind == ScalarKind.BOOLEAN;
            case "BINARY" -> kind == ScalarKind.BYTES;
            default -> false;
        };
    }

    private static TypeRef withLongsAsText(TypeRef type) {
        if (type instanceof TypeRef.Nullable nullable) {
            return new TypeRef.Nullable(withLongsAsText(nullable.inner()));
        }
        if (type instanceof TypeRef.ListOf list) {
            return new TypeRef.ListOf(withLongsAsText(list.element()));
        }
        if (type instanceof TypeRef.SetOf set) {
            return new TypeRef.SetOf(withLongsAsText(set.element()));
        }
        if (type instanceof TypeRef.MapOf map) {
            return new TypeRef.MapOf(map.key(), withLongsAsText(map.value()));
        }
        return type.equals(new TypeRef.Scalar(ScalarKind.LONG)) ? new TypeRef.Scalar(ScalarKind.LONG_STRING) : type;
    }

    private static boolean isArrayOfNumbers(TypeMirror type, TypeRef read) {
        return type instanceof ArrayType array
                && array.getComponentType().getKind().isPrimitive()
                && read instanceof TypeRef.ListOf;
    }

    private void refuseFeatures(AnnotationMirror format, Place place, String what) {
        for (String member : List.of("with", "without")) {
            Annotations.values(format, member).stream()
                    .map(feature -> ((VariableElement) feature).getSimpleName().toString())
                    .filter(feature -> !feature.equals("WRITE_SORTED_MAP_ENTRIES"))
                    .forEach(feature -> report(member + " = " + feature, "", place, what));
        }
    }

    private void refusePattern(AnnotationMirror format, TypeRef type, Place place, String what) {
        Optional<ScalarKind> time = time(type);
        if (time.isEmpty()) {
            // Jackson looks at patterns and zones of times only.
            return;
        }
        Annotations.text(format, "pattern")
                .filter(pattern -> !pattern.isEmpty())
                .filter(pattern -> time.get() != ScalarKind.LOCAL_DATE || !ISO_DATES.contains(pattern))
                .ifPresent(pattern -> report(
                        "pattern = \"" + pattern + "\"",
                        ", or declare a String: times travel as ISO 8601",
                        place,
                        what));
        Annotations.text(format, "timezone")
                .filter(zone -> !zone.isEmpty() && !zone.equals("##default"))
                .filter(zone -> time.get() != ScalarKind.INSTANT || !UTC.contains(zone))
                .ifPresent(zone -> report("timezone = \"" + zone + "\"", "", place, what));
    }

    private static Optional<ScalarKind> time(TypeRef type) {
        if (type instanceof TypeRef.Scalar scalar) {
            return Optional.of(scalar.kind()).filter(TIMES::contains);
        }
        return type.parts().stream().flatMap(part -> time(part).stream()).findFirst();
    }

    private void report(String format, String instead, Place place, String what) {
        problems.report(
                ProblemId.UNSUPPORTED_FORMAT, place, Map.of("what", what, "format", format, "instead", instead));
    }
}
