package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Constraint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** What Bean Validation's annotations say, by their names; those of other groups than the default one say nothing. */
final class BeanValidation {

    private static final List<String> PACKAGES = List.of("jakarta.validation.", "javax.validation.");
    private static final Set<String> DEMANDING = Set.of("NotNull", "NotEmpty", "NotBlank");

    private BeanValidation() {}

    /** Whether null is refused, by a constraint of its own or inside a composed one. */
    static boolean refusesNull(AnnotationMirror mirror) {
        if (!isInDefaultGroup(mirror)) {
            return false;
        }
        TypeElement type = Annotations.element(mirror);
        return isStandard(mirror)
                ? DEMANDING.contains(type.getSimpleName().toString())
                : isConstraint(type) && type.getAnnotationMirrors().stream().anyMatch(BeanValidation::refusesNull);
    }

    /** Whether an annotation is one of Bean Validation's own. */
    static boolean isStandard(AnnotationMirror mirror) {
        String name = Annotations.name(mirror);
        return PACKAGES.stream().anyMatch(start -> name.startsWith(start + "constraints."));
    }

    /** What is demanded of a value, each constraint once. */
    static List<Constraint> of(Stream<? extends AnnotationMirror> mirrors) {
        return mirrors.flatMap(BeanValidation::flattened)
                .filter(BeanValidation::isInDefaultGroup)
                .flatMap(mirror -> constraints(mirror).stream())
                .distinct()
                .toList();
    }

    /** Several of one kind stand inside another annotation. */
    private static Stream<AnnotationMirror> flattened(AnnotationMirror mirror) {
        List<AnnotationMirror> inner = Annotations.values(mirror, "value").stream()
                .filter(AnnotationMirror.class::isInstance)
                .map(AnnotationMirror.class::cast)
                .toList();
        return inner.isEmpty() ? Stream.of(mirror) : inner.stream();
    }

    private static List<Constraint> constraints(AnnotationMirror mirror) {
        TypeElement type = Annotations.element(mirror);
        String name = type.getSimpleName().toString();
        if (!isStandard(mirror)) {
            return isConstraint(type) ? List.of(new Constraint.Custom(name)) : List.of();
        }
        return switch (name) {
            case "NotNull" -> List.of();
            case "NotEmpty" -> List.of(new Constraint.Size(1, Optional.empty()));
            case "NotBlank" -> List.of(new Constraint.NotBlank());
            case "Size" ->
                List.of(new Constraint.Size(
                        number(mirror, "min").orElse(0),
                        number(mirror, "max").filter(most -> most != Integer.MAX_VALUE)));
            case "Min" -> List.of(new Constraint.AtLeast(bound(mirror), true));
            case "Max" -> List.of(new Constraint.AtMost(bound(mirror), true));
            case "DecimalMin" -> List.of(new Constraint.AtLeast(bound(mirror), isInclusive(mirror)));
            case "DecimalMax" -> List.of(new Constraint.AtMost(bound(mirror), isInclusive(mirror)));
            case "Positive" -> List.of(new Constraint.AtLeast(BigDecimal.ZERO, false));
            case "PositiveOrZero" -> List.of(new Constraint.AtLeast(BigDecimal.ZERO, true));
            case "Negative" -> List.of(new Constraint.AtMost(BigDecimal.ZERO, false));
            case "NegativeOrZero" -> List.of(new Constraint.AtMost(BigDecimal.ZERO, true));
            case "Digits" ->
                List.of(new Constraint.Digits(
                        number(mirror, "integer").orElse(0),
                        number(mirror, "fraction").orElse(0)));
            case "Pattern" -> List.of(matches(mirror));
            case "Email" -> email(mirror);
            case "AssertTrue" -> List.of(new Constraint.Exactly(true));
            case "AssertFalse" -> List.of(new Constraint.Exactly(false));
            case "Past" -> List.of(new Constraint.Moment(Constraint.Moment.Relation.PAST));
            case "PastOrPresent" -> List.of(new Constraint.Moment(Constraint.Moment.Relation.PAST_OR_PRESENT));
            case "Future" -> List.of(new Constraint.Moment(Constraint.Moment.Relation.FUTURE));
            case "FutureOrPresent" -> List.of(new Constraint.Moment(Constraint.Moment.Relation.FUTURE_OR_PRESENT));
            default -> List.of(new Constraint.Custom(name));
        };
    }

    private static List<Constraint> email(AnnotationMirror mirror) {
        List<Constraint> constraints = new ArrayList<>(List.of(new Constraint.Email()));
        boolean hasPattern = Annotations.text(mirror, "regexp")
                .filter(pattern -> !pattern.equals(".*"))
                .isPresent();
        if (hasPattern) {
            constraints.add(matches(mirror));
        }
        return constraints;
    }

    private static Constraint matches(AnnotationMirror mirror) {
        List<String> flags = Annotations.values(mirror, "flags").stream()
                .map(flag -> ((VariableElement) flag).getSimpleName().toString())
                .toList();
        return new Constraint.Matches(Annotations.text(mirror, "regexp").orElse(".*"), flags);
    }

    private static Optional<Integer> number(AnnotationMirror mirror, String member) {
        return Annotations.written(mirror, member).map(Integer.class::cast);
    }

    private static BigDecimal bound(AnnotationMirror mirror) {
        return Annotations.written(mirror, "value")
                .map(value -> new BigDecimal(String.valueOf(value)))
                .orElse(BigDecimal.ZERO);
    }

    private static boolean isInclusive(AnnotationMirror mirror) {
        return Annotations.written(mirror, "inclusive")
                .filter(Boolean.FALSE::equals)
                .isEmpty();
    }

    private static boolean isConstraint(TypeElement annotation) {
        return annotation.getAnnotationMirrors().stream()
                .map(Annotations::name)
                .anyMatch(name -> PACKAGES.stream().anyMatch(start -> name.equals(start + "Constraint")));
    }

    private static boolean isInDefaultGroup(AnnotationMirror mirror) {
        List<Object> groups = Annotations.values(mirror, "groups");
        return groups.isEmpty()
                || groups.stream()
                        .filter(DeclaredType.class::isInstance)
                        .map(group -> ((TypeElement) ((DeclaredType) group).asElement())
                                .getQualifiedName()
                                .toString())
                        .anyMatch(name -> name.endsWith(".validation.groups.Default"));
    }
}
