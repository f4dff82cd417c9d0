package io.github.centrifugorpc.contract;

import java.util.List;
import java.util.Optional;

/**
 * A JSON object with known members: a record or a bean.
 *
 * @param typeParameters names of the types that its users choose; empty for most
 * @param tag what tells it from the other variants of a union; empty for an object that belongs to none
 * @param members in the order in which Jackson writes them, without the one of the tag
 * @param extra the type of further members, whose names are data; empty where further members mean nothing
 */
public record ObjectType(
        String name,
        String javaName,
        List<String> typeParameters,
        Optional<Tag> tag,
        List<Member> members,
        Optional<TypeRef> extra,
        Docs docs,
        Optional<String> deprecated,
        Place place)
        implements TypeDeclaration {

    public ObjectType {
        typeParameters = List.copyOf(typeParameters);
        members = List.copyOf(members);
    }

    /** An object of its own, closed and without type parameters. */
    public ObjectType(
            String name, String javaName, List<Member> members, Docs docs, Optional<String> deprecated, Place place) {
        this(name, javaName, List.of(), Optional.empty(), members, Optional.empty(), docs, deprecated, place);
    }

    /**
     * The member by which readers know a variant. It is always written, first of all members.
     *
     * @param member its wire name, the same in all unions the object belongs to
     * @param value what it holds
     */
    public record Tag(String member, String value) {}
}
