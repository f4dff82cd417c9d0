package io.github.centrifugorpc.contract;

import java.util.List;
import java.util.Optional;

/**
 * A JSON object with known members: a record or a bean.
 *
 * @param members in the order in which Jackson writes them
 */
public record ObjectType(
        String name, String javaName, List<Member> members, Docs docs, Optional<String> deprecated, Place place)
        implements TypeDeclaration {

    public ObjectType {
        members = List.copyOf(members);
    }
}
