package io.github.centrifugorpc.maven.target.python;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Literal;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.math.BigDecimal;

/** The default values of a contract as Python expressions. */
final class PythonDefaults {

    private final Contract contract;

    PythonDefaults(Contract contract) {
        this.contract = contract;
    }

    String expression(TypeRef type, Literal value) {
        if (type instanceof TypeRef.Nullable nullable) {
            return expression(nullable.inner(), value);
        }
        if (type instanceof TypeRef.Named named && contract.type(named.name()) instanceof EnumType enumType) {
            return member(enumType, text(value));
        }
        if (type instanceof TypeRef.Scalar scalar) {
            return scalar(scalar.kind(), value);
        }
        throw new IllegalArgumentException("a default of type " + type);
    }

    private static String scalar(ScalarKind kind, Literal value) {
        return switch (kind) {
            case BOOLEAN -> Boolean.parseBoolean(text(value)) ? "True" : "False";
            case BYTE, SHORT, INT, LONG, LONG_STRING, BIG_INTEGER ->
                new BigDecimal(text(value)).toBigIntegerExact().toString();
            case FLOAT, DOUBLE ->
                Double.toString(Double.parseDouble(text(value))).replace('E', 'e');
            case STRING, CHAR -> PythonLiterals.string(text(value));
            default ->
                "_wire.parsed(" + PythonTypes.OWN.annotation(new TypeRef.Scalar(kind)) + ", "
                        + PythonLiterals.string(text(value)) + ")";
        };
    }

    /** A value that the enum does not list is kept, as it is on the wire. */
    private static String member(EnumType type, String value) {
        var name = PythonNames.type(type.name());
        return type.values().stream()
                .filter(candidate -> candidate.name().equals(value))
                .findFirst()
                .map(found -> name + "." + PythonNames.enumMember(found.javaName()))
                .orElseGet(() -> name + "(" + (type.isNumeric() ? value : PythonLiterals.string(value)) + ")");
    }

    private static String text(Literal value) {
        if (value instanceof Literal.Bool bool) {
            return Boolean.toString(bool.value());
        }
        if (value instanceof Literal.Decimal number) {
            return number.value().toPlainString();
        }
        return ((Literal.Text) value).value();
    }
}
