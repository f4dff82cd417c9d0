package io.github.centrifugorpc.contract;

import java.util.Optional;

/**
 * One member of an object.
 *
 * @param name the wire name
 * @param javaName the Java property behind it
 * @param type its type; {@link TypeRef.Nullable} where it may be null or absent
 * @param required a reader refuses an object without it
 * @param defaultValue what the server puts in its place when it is absent
 */
public record Member(
        String name,
        String javaName,
        TypeRef type,
        boolean required,
        Optional<Literal> defaultValue,
        Docs docs,
        Optional<String> deprecated,
        Place place) {

    public Member {
        if (required && defaultValue.isPresent()) {
            throw new IllegalArgumentException("member " + name + " is required and has a default");
        }
    }
}
