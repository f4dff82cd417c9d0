package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.Literal;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.target.ConstraintText;
import java.time.Duration;
import java.util.List;

/**
 * A field of a struct.
 *
 * @param type as the struct holds it: behind a pointer where absence must show, or where a struct would hold itself
 * @param tag the whole struct tag
 * @param coding the statement that reads or writes it
 */
record Field(String name, String type, String tag, List<String> docLines, String coding) {

    private static final TypeRef LONG_STRING = new TypeRef.Scalar(ScalarKind.LONG_STRING);
    private static final TypeRef LONG = new TypeRef.Scalar(ScalarKind.LONG);

    /** The field for a member; {@code isCyclic} tells that its type holds the struct by value. */
    static Field of(Member member, boolean isCyclic, GoTypes types) {
        boolean isNullable = member.type() instanceof TypeRef.Nullable;
        boolean isPatch = member.type() instanceof TypeRef.PatchOf;
        boolean isOmitted = isNullable || member.defaultValue().isPresent();
        boolean hasTellingZero = member.defaultValue()
                .filter(value -> isZero(value, member.type()))
                .isPresent();
        var value = member.type() instanceof TypeRef.Nullable nullable ? nullable.inner() : member.type();
        boolean isPointer = isOmitted ? !hasTellingZero && !types.hasNil(value) : isCyclic;

        var name = GoNames.field(member.name());
        var options = isPatch ? ",omitzero" : isOmitted ? ",omitempty" : "";
        var expression = types.of(value);
        if (value.equals(LONG_STRING)) {
            options += ",string";
            expression = types.of(LONG);
        }
        var docs = new GoDocs().docs(ConstraintText.docs(member));
        if (isPointer) {
            member.defaultValue()
                    .ifPresent(text -> docs.paragraph("Nil means " + text(text) + ", which the server fills in."));
        }
        return new Field(
                name,
                (isPointer ? "*" : "") + expression,
                GoLiterals.tag(member.name(), options),
                docs.deprecated(member.deprecated()).lines(),
                new Coding(GoLiterals.string(member.name()), "v." + name, types).of(value, isOmitted, isPointer));
    }

    /**
     * How the statement for a member is put together.
     *
     * @param wireName its literal
     * @param field the expression for the field
     */
    private record Coding(String wireName, String field, GoTypes types) {

        String of(TypeRef value, boolean isOmitted, boolean isPointer) {
            var coder =
                    value.equals(LONG_STRING) ? "codec.IntText[" + types.of(LONG) + "]" : new Coders(types).of(value);
            if (value instanceof TypeRef.PatchOf) {
                return "codec.Changed(o, " + wireName + ", &" + field + ".change, " + coder + ")";
            }
            if (isOmitted && isPointer) {
                return call("Optional", "", coder);
            }
            if (isOmitted) {
                return call("Omitted", isAbsent(value) + ", ", coder);
            }
            if (isPointer) {
                return call("Required", "", "codec.Held(" + coder + ")");
            }
            return call(isContainer(value) ? "Container" : "Required", "", coder);
        }

        private String call(String function, String further, String coder) {
            return "codec." + function + "(o, " + wireName + ", &" + field + ", " + further + coder + ")";
        }

        private String isAbsent(TypeRef value) {
            if (types.hasNil(value)) {
                return field + " == nil";
            }
            return switch (((TypeRef.Scalar) value).kind()) {
                case BOOLEAN -> "!" + field;
                case STRING -> field + " == \"\"";
                case BYTES -> "len(" + field + ") == 0";
                default -> field + " == 0";
            };
        }

        private static boolean isContainer(TypeRef value) {
            return value instanceof TypeRef.ListOf || value instanceof TypeRef.SetOf || value instanceof TypeRef.MapOf;
        }
    }

    private static String text(Literal value) {
        if (value instanceof Literal.Text text) {
            return GoLiterals.string(text.value());
        }
        return value instanceof Literal.Decimal number
                ? number.value().toPlainString()
                : String.valueOf(((Literal.Bool) value).value());
    }

    /** Whether leaving out Go's zero value means the default. */
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
