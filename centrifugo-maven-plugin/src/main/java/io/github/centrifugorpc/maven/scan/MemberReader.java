package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Literal;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;

/** Makes members of properties: their wire names, their types, and whether they may be left out. */
final class MemberReader {

    private static final String DEFAULT_VALUE = "io.github.centrifugorpc.DefaultValue";

    private final TypeReader types;
    private final FormatRules formats;
    private final ConstraintReader constraints;
    private final Function<String, Optional<EnumType>> enums;
    private final ProblemSink problems;

    MemberReader(JavaModel model, TypeReader types, Function<String, Optional<EnumType>> enums, ProblemSink problems) {
        this.constraints = new ConstraintReader(model);
        this.types = types;
        this.formats = new FormatRules(problems);
        this.enums = enums;
        this.problems = problems;
    }

    /** The member, unless its type has no place in a contract. */
    Optional<Member> read(Property property, Annotations ofClass, String owner, Direction direction) {
        String what = what(property, owner);
        return types.read(property, new Use(property.place(), what, direction))
                .map(type -> formats.applied(property, type, what))
                .flatMap(type -> member(property, type, ofClass, what))
                .map(member -> direction == Direction.PARAMS ? asRead(member, property) : member);
    }

    static String what(Property property, String owner) {
        return "member '" + property.javaName() + "' of " + owner;
    }

    /** Only the server reads other names, and it demands something only of what it reads. */
    private Member asRead(Member member, Property property) {
        List<String> aliases = JacksonAnnotations.aliases(property.annotations()).stream()
                .filter(alias -> !alias.equals(member.name()))
                .distinct()
                .toList();
        return new Member(
                member.name(),
                member.javaName(),
                member.type(),
                member.required(),
                member.defaultValue(),
                aliases,
                constraints.of(property),
                member.docs(),
                member.deprecated(),
                member.place());
    }

    private Optional<Member> member(Property property, TypeRef type, Annotations ofClass, String what) {
        Annotations annotations = property.everywhere();
        boolean isNullable = type instanceof TypeRef.Nullable
                || property.isMarkedNullable()
                || (!property.type().getKind().isPrimitive()
                        && !isContainer(type)
                        && JacksonAnnotations.leavesOutEmpty(annotations, ofClass));
        Optional<AnnotationMirror> written = annotations.find(DEFAULT_VALUE);
        if (written.isPresent()) {
            return defaulted(property, type, isNullable, written.get(), what);
        }
        if (type instanceof TypeRef.PatchOf) {
            return patch(property, type, isNullable, what);
        }
        boolean isDemanded = JacksonAnnotations.isRequired(annotations) || property.isMarkedNonNull();
        if (isNullable && isDemanded) {
            problems.report(ProblemId.REQUIRED_AND_NULLABLE, property.place(), Map.of("what", what));
            return Optional.empty();
        }
        if (isNullable) {
            return Optional.of(member(property, TypeReader.orNull(type), false, Optional.empty()));
        }
        if (isDemanded) {
            return Optional.of(member(property, type, true, Optional.empty()));
        }
        if (isContainer(type)) {
            // Absent is empty (types T6), and the server always writes it.
            return Optional.of(member(property, type, false, Optional.empty()));
        }
        if (!property.isOfBean()) {
            return Optional.of(member(property, type, true, Optional.empty()));
        }
        boolean isPrimitive = property.type().getKind().isPrimitive();
        return Optional.of(member(property, isPrimitive ? type : TypeReader.orNull(type), false, Optional.empty()));
    }

    /** Absent and null both have a meaning of their own there, so it is neither required nor nullable. */
    private Optional<Member> patch(Property property, TypeRef type, boolean isNullable, String what) {
        if (isNullable) {
            problems.report(ProblemId.NULLABLE_PATCH, property.place(), Map.of("what", what));
            return Optional.empty();
        }
        return Optional.of(member(property, type, false, Optional.empty()));
    }

    private Optional<Member> defaulted(
            Property property, TypeRef type, boolean isNullable, AnnotationMirror written, String what) {
        if (isNullable) {
            problems.report(ProblemId.DEFAULT_ON_NULLABLE, property.place(), Map.of("what", what));
            return Optional.empty();
        }
        Optional<String> expected = DefaultLiterals.expected(type, enums);
        if (expected.isEmpty()) {
            problems.report(ProblemId.NO_DEFAULT_POSSIBLE, property.place(), Map.of("what", what));
            return Optional.empty();
        }
        Optional<String> text = Annotations.text(written, "value");
        if (text.isEmpty()) {
            problems.report(ProblemId.NOT_CONSTANT, property.place(), Map.of("what", "the @DefaultValue of " + what));
            return Optional.empty();
        }
        Optional<Literal> literal = DefaultLiterals.of(text.get(), type, enums);
        if (literal.isEmpty()) {
            problems.report(
                    ProblemId.BAD_DEFAULT,
                    property.place(),
                    Map.of("what", what, "text", text.get(), "expected", expected.get()));
            return Optional.empty();
        }
        return Optional.of(member(property, type, false, literal));
    }

    private Member member(Property property, TypeRef type, boolean isRequired, Optional<Literal> defaultValue) {
        return new Member(
                property.name(),
                property.javaName(),
                type,
                isRequired,
                defaultValue,
                property.docs(),
                property.deprecated(),
                property.place());
    }

    private static boolean isContainer(TypeRef type) {
        return type instanceof TypeRef.ListOf || type instanceof TypeRef.SetOf || type instanceof TypeRef.MapOf;
    }
}
