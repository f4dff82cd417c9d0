package io.github.centrifugorpc.contract;

import java.util.List;
import java.util.Optional;

/**
 * A set of names, open for readers: a newer peer may send one that is not listed.
 *
 * @param values in the order of declaration
 */
public record EnumType(
        String name, String javaName, List<Value> values, Docs docs, Optional<String> deprecated, Place place)
        implements TypeDeclaration {

    public EnumType {
        values = List.copyOf(values);
    }

    /**
     * One value.
     *
     * @param name as it travels
     * @param javaName the Java constant
     */
    public record Value(String name, String javaName, Docs docs, Optional<String> deprecated) {}
}
