package io.github.centrifugorpc.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the server demands of a value beside its type, as Bean Validation says it. Absent and null satisfy each of them,
 * unless the member is required.
 */
public sealed interface Constraint {

    /**
     * The length of a text in UTF-16 units, or the number of elements of a list, set or map.
     *
     * @param most empty where there is no upper bound
     */
    record Size(int least, Optional<Integer> most) implements Constraint {}

    /** A number from here on; the bound itself only where it is inclusive. */
    record AtLeast(BigDecimal bound, boolean isInclusive) implements Constraint {}

    /** A number up to here; the bound itself only where it is inclusive. */
    record AtMost(BigDecimal bound, boolean isInclusive) implements Constraint {}

    /** At most so many digits before and after the decimal point. */
    record Digits(int integer, int fraction) implements Constraint {}

    /** A text with more than white space; null is refused as well. */
    record NotBlank() implements Constraint {}

    /**
     * A text that matches as a whole.
     *
     * @param pattern a regular expression of Java
     * @param flags as {@code jakarta.validation.constraints.Pattern.Flag} names them
     */
    record Matches(String pattern, List<String> flags) implements Constraint {
        public Matches {
            flags = List.copyOf(flags);
        }
    }

    /** A text that is an e-mail address to Bean Validation. */
    record Email() implements Constraint {}

    /** This very boolean. */
    record Exactly(boolean value) implements Constraint {}

    /** A time, seen from the server's present. */
    record Moment(Relation relation) implements Constraint {

        /** Where the time lies. */
        public enum Relation {
            PAST,
            PAST_OR_PRESENT,
            FUTURE,
            FUTURE_OR_PRESENT
        }
    }

    /** A constraint of the project's own, which only the server can judge. */
    record Custom(String annotation) implements Constraint {}

    /** Constraints of each element of a list or set, or of each value of a map. */
    record Each(List<Constraint> constraints) implements Constraint {
        public Each {
            constraints = List.copyOf(constraints);
        }
    }
}
