package io.github.centrifugorpc.contract;

import java.util.Optional;

/** A type with a name, used by methods or by other types. */
public sealed interface TypeDeclaration permits ObjectType, UnionType, EnumType {

    /** The name that SDKs use; unique in a contract. */
    String name();

    /** The binary name of the Java class. */
    String javaName();

    Docs docs();

    /** What to use instead, where the type is deprecated; may be empty text. */
    Optional<String> deprecated();

    Place place();
}
