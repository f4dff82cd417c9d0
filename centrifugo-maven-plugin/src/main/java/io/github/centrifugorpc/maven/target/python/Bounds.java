package io.github.centrifugorpc.maven.target.python;

import io.github.centrifugorpc.contract.Constraint;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.TypeRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The constraints that mean the same to pydantic as to the server, as arguments of a field: bounds of whole and decimal
 * numbers, sizes of lists and maps. A text has UTF-16 units there and code points here, a set loses its duplicates
 * only at the server, a pattern is another language: all of that is left to the docs.
 */
final class Bounds {

    private Bounds() {}

    static List<String> arguments(Member member) {
        var type = member.type() instanceof TypeRef.Nullable nullable ? nullable.inner() : member.type();
        var arguments = new LinkedHashMap<String, String>();
        for (var constraint : member.constraints()) {
            if (constraint instanceof Constraint.Size size) {
                size(type, size, arguments);
            } else if (constraint instanceof Constraint.AtLeast atLeast && isBounded(type, atLeast.bound())) {
                arguments.putIfAbsent(atLeast.isInclusive() ? "ge" : "gt", digits(atLeast.bound()));
            } else if (constraint instanceof Constraint.AtMost atMost && isBounded(type, atMost.bound())) {
                arguments.putIfAbsent(atMost.isInclusive() ? "le" : "lt", digits(atMost.bound()));
            }
        }
        var texts = new ArrayList<String>();
        arguments.forEach((name, value) -> texts.add(name + "=" + value));
        return texts;
    }

    private static void size(TypeRef type, Constraint.Size size, Map<String, String> arguments) {
        if (!(type instanceof TypeRef.ListOf || type instanceof TypeRef.MapOf)) {
            return;
        }
        if (size.least() > 0) {
            arguments.putIfAbsent("min_length", String.valueOf(size.least()));
        }
        size.most().ifPresent(most -> arguments.putIfAbsent("max_length", String.valueOf(most)));
    }

    /** Whether the bound is a whole number, and the values are compared with it exactly. */
    private static boolean isBounded(TypeRef type, BigDecimal bound) {
        return type instanceof TypeRef.Scalar scalar
                && bound.stripTrailingZeros().scale() <= 0
                && switch (scalar.kind()) {
                    case BYTE, SHORT, INT, LONG, LONG_STRING, BIG_INTEGER, BIG_DECIMAL -> true;
                    default -> false;
                };
    }

    private static String digits(BigDecimal bound) {
        return bound.toBigIntegerExact().toString();
    }
}
