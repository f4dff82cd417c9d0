package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads enums: their constants by the names that Jackson writes. */
final class EnumReader {

    private final JavaModel model;
    private final Notes notes;
    private final JacksonAnnotations jackson;
    private final ProblemSink problems;

    EnumReader(JavaModel model, Notes notes, JacksonAnnotations jackson, ProblemSink problems) {
        this.model = model;
        this.notes = notes;
        this.jackson = jackson;
        this.problems = problems;
    }

    EnumType read(TypeElement type) {
        String owner = type.getSimpleName().toString();
        jackson.check(Annotations.of(type), model.placeOf(type), owner);
        for (Element enclosed : type.getEnclosedElements()) {
            if (!(enclosed instanceof TypeElement)) {
                jackson.check(
                        Annotations.of(enclosed),
                        model.placeOf(enclosed),
                        "'" + enclosed.getSimpleName() + "' of " + owner);
            }
        }
        List<EnumType.Value> values = type.getEnclosedElements().stream()
                .filter(enclosed -> enclosed.getKind() == ElementKind.ENUM_CONSTANT)
                .map(this::value)
                .toList();
        if (values.isEmpty()) {
            problems.report(ProblemId.EMPTY_ENUM, model.placeOf(type), Map.of("type", owner));
        }
        return new EnumType(
                owner, model.binaryName(type), values, notes.docs(type), notes.deprecated(type), model.placeOf(type));
    }

    private EnumType.Value value(Element constant) {
        String javaName = constant.getSimpleName().toString();
        String name = JacksonAnnotations.explicitName(Annotations.of(constant)).orElse(javaName);
        return new EnumType.Value(name, javaName, notes.docs(constant), notes.deprecated(constant));
    }
}
