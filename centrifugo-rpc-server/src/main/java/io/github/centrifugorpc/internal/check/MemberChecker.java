package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;

/** A member of an object and what its absence means. */
record MemberChecker(String name, ValueChecker type, Absence absence) {

    /** What stands for a member that a caller left out; null means the same unless the type says otherwise. */
    sealed interface Absence {

        /** The caller must give it. */
        record Refused() implements Absence {}

        /** Nothing stands for it: the Java type decides. */
        record Nothing() implements Absence {}

        /** It may be null, and null is not the same as absent to a bean with an initial value. */
        record Null() implements Absence {}

        /** A value stands for it: a default, an empty list. */
        record Value(TokenBuffer tokens) implements Absence {}
    }

    void whenNull(TokenBuffer out, Violations violations) throws IOException {
        if (absence instanceof Absence.Refused) {
            violations.add("must not be null");
        } else if (absence instanceof Absence.Null) {
            out.writeNullField(name);
        } else {
            whenAbsent(out, violations);
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
