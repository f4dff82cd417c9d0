package io.github.centrifugorpc.contract;

import java.util.List;
import java.util.Optional;

/**
 * A set of values, open for readers: a newer peer may send one that is not listed.
 *
 * @param base {@link ScalarKind#STRING}, or the whole-number kind of an enum that travels as a number
 * @param values in the order of declaration
 * @param fallback the wire name of the value that the server reads in place of one it does not know
 */
public record EnumType(
        String name,
        String javaName,
        ScalarKind base,
        List<Value> values,
        Optional<String> fallback,
        Docs docs,
        Optional<String> deprecated,
        Place place)
        implements TypeDeclaration {

    public EnumType {
        values = List.copyOf(values);
    }

    /** An enum of names. */
    public EnumType(
            String name, String javaName, List<Value> values, Docs docs, Optional<String> deprecated, Place place) {
        this(name, javaName, ScalarKind.STRING, values, Optional.empty(), docs, deprecated, place);
    }

    /** Whether its values travel as JSON numbers. */
    public boolean isNumeric() {
        return base != ScalarKind.STRING;
    }

    /**
     * One value.
     *
     * @param name as it travels; of an enum that travels as a number its digits
     * @param javaName the Java constant
     * @param aliases other names that the server reads as this value
     */
    public record Value(String name, String javaName, List<String> aliases, Docs docs, Optional<String> deprecated) {

        public Value {
            aliases = List.copyOf(aliases);
        }

        /** A value with one name. */
        public Value(String name, String javaName, Docs docs, Optional<String> deprecated) {
            this(name, javaName, List.of(), docs, deprecated);
        }
    }
}
