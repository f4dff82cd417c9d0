package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.TypeRef;
import java.io.IOException;
import java.util.List;

/**
 * A member of an object, and what its absence and null mean.
 *
 * @param aliases other names under which callers may give it
 */
record MemberChecker(String name, List<String> aliases, ValueChecker type, Absence absence, Null ofNull) {

    /** What stands for a member that a caller left out. */
    sealed interface Absence {

        /** The caller must give it. */
        record Refused() implements Absence {}

        /** Nothing stands for it: the Java type decides. */
        record Nothing() implements Absence {}

        /** A value stands for it: a default, an empty list. */
        record Value(TokenBuffer tokens) implements Absence {}
    }

    /** What null means. */
    enum Null {
        REFUSED,
        /** The same as a member that was left out. */
        ABSENT,
        /** A value, and not the same as absent to a bean with an initial value. */
        VALUE;

        static Null of(Member member, TypeRef type) {
            if (type instanceof TypeRef.Any || type instanceof TypeRef.PatchOf) {
                return VALUE;
            }
            if (member.required()) {
                return REFUSED;
            }
            return type instanceof TypeRef.Nullable && member.defaultValue().isEmpty() ? VALUE : ABSENT;
        }
    }

    void whenNull(TokenBuffer out, Violations violations) throws IOException {
        switch (ofNull) {
            case REFUSED -> violations.add("must not be null");
            case ABSENT -> whenAbsent(out, violations);
            case VALUE -> out.writeNullField(name);
        }
    }

    void whenAbsent(TokenBuffer out, Violations violations) throws IOException {
        if (absence instanceof Absence.Refused) {
            violations.add("is required");
        } else if (absence instanceof Absence.Value value) {
            out.writeFieldName(name);
            out.append(value.tokens());
        }
    }
}
