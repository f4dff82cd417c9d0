package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.Literal;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A field of a struct.
 *
 * @param type as the struct holds it: behind a pointer where absence must show, or where a struct would hold itself
 * @param tag the whole struct tag
 */
record Field(String name, String type, String tag, List<String> docLines, Optional<String> completion) {

    private static final TypeRef LONG_STRING = new TypeRef.Scalar(ScalarKind.LONG_STRING);

    /** The field for a member; {@code isCyclic} tells that its type holds the struct by value. */
    static Field of(Member member, boolean isCyclic) {
        boolean isNullable = member.type() instanceof TypeRef.Nullable;
        boolean isOmitted = isNullable || member.defaultValue().isPresent();
        boolean hasTellingZero = member.defaultValue()
                .filter(value -> isZero(value, member.type()))
                .isPresent();
        boolean isPointer = isCyclic || (isOmitted && !hasTellingZero);
        var type = isPointer && !isNullable ? new TypeRef.Nullable(member.type()) : member.type();

        var name = GoNames.field(member.name());
        var options = isOmitted ? ",omitempty" : "";
        var plain = type instanceof TypeRef.Nullable nullable ? nullable.inner() : type;
        var expression = GoTypes.of(type);
        if (plain.equals(LONG_STRING)) {
            options += ",string";
            expression = expression.replace(GoTypes.of(LONG_STRING), "int64");
        }
        var completion = isOmitted && !isPointer
                ? Optional.<String>empty()
                : Completion.of(type, "v." + name).map(completed -> "v." + name + " = " + completed);
        var docs = new GoDocs().docs(member.docs());
        if (isPointer) {
            member.defaultValue()
                    .ifPresent(value -> docs.paragraph("Nil means " + text(value) + ", which the server fills in."));
        }
        return new Field(
                name,
                expression,
                GoLiterals.tag(member.name(), options),
                docs.deprecated(member.deprecated()).lines(),
                completion);
    }

    private static String text(Literal value) {
        if (value instanceof Literal.Text text) {
            return GoLiterals.string(text.value());
        }
        return value instanceof Literal.Decimal number
                ? number.value().toPlainString()
                : String.valueOf(((Literal.Bool) value).value());
    }

    /** Whether leaving out Go's zero value, as omitempty does, means the default. */
    private static boolean isZero(Literal value, TypeRef type) {
        if (!(type instanceof TypeRef.Scalar scalar)) {
            return false;
        }
        return switch (scalar.kind()) {
            case BOOLEAN -> value.equals(new Literal.Bool(false));
            case BYTE, SHORT, INT, LONG, LONG_STRING, FLOAT, DOUBLE -> isZeroNumber(value);
            case STRING, BYTES -> value.equals(new Literal.Text(""));
            case DURATION ->
                value instanceof Literal.Text text
                        && Duration.parse(text.value()).isZero();
            default -> false;
        };
    }

    private static boolean isZeroNumber(Literal value) {
        return (value instanceof Literal.Decimal number && number.value().signum() == 0)
                || value.equals(new Literal.Text("0"));
    }
}
