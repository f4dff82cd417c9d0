package io.github.centrifugorpc.contract;

import java.util.List;
import java.util.Optional;

/**
 * One member of an object.
 *
 * @param name the wire name
 * @param javaName the Java property behind it
 * @param type its type; {@link TypeRef.Nullable} where it may be null or absent
 * @param required a reader refuses an object without it
 * @param defaultValue what the server puts in its place when it is absent
 * @param aliases other wire names that the server reads as this member; clients never write them
 * @param constraints what the server demands of its value beside the type
 */
public record Member(
        String name,
        String javaName,
        TypeRef type,
        boolean required,
        Optional<Literal> defaultValue,
        List<String> aliases,
        List<Constraint> constraints,
        Docs docs,
        Optional<String> deprecated,
        Place place) {

    public Member {
        if (required && defaultValue.isPresent()) {
            throw new IllegalArgumentException("member " + name + " is required and has a default");
        }
        aliases = List.copyOf(aliases);
        constraints = List.copyOf(constraints);
    }

    /** A member with one name and no constraints. */
    public Member(
            String name,
            String javaName,
            TypeRef type,
            boolean required,
            Optional<Literal> defaultValue,
            Docs docs,
            Optional<String> deprecated,
            Place place) {
        this(name, javaName, type, required, defaultValue, List.of(), List.of(), docs, deprecated, place);
    }
}
