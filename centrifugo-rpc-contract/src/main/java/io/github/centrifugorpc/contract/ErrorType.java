package io.github.centrifugorpc.contract;

import java.util.Optional;

/**
 * An error that methods declare, with a type of its own in every SDK.
 *
 * @param type the name that SDKs use; no {@link TypeDeclaration} of the contract has it
 * @param javaName the binary name of the exception's class
 * @param code what travels beside the name, from 400 to 1999
 * @param name the wire name, by which clients know the error
 * @param details the {@link ObjectType} or {@link UnionType} that travels along; empty for an error without
 * @param deprecated what to use instead, where the error is deprecated; may be empty text
 */
public record ErrorType(
        String type,
        String javaName,
        int code,
        String name,
        Optional<TypeRef.Named> details,
        Docs docs,
        Optional<String> deprecated,
        Place place) {}
