package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.maven.target.Roles;
import java.util.List;
import java.util.Optional;

/**
 * A struct, ready to be printed.
 *
 * @param fieldLines fields and their comments, aligned
 * @param completions assignments that make the value fit to be written
 */
public record StructView(String name, List<String> docLines, List<String> fieldLines, List<String> completions) {

    static StructView of(ObjectType type, Roles roles, Cycles cycles) {
        var name = GoNames.type(type.name());
        var fields = type.members().stream()
                .map(member -> Field.of(member, cycles.isCyclic(type, member)))
                .toList();
        var lines = new Columns();
        for (var field : fields) {
            lines.plain(field.docLines());
            lines.cells(field.name(), field.type(), field.tag());
        }
        var docs = new GoDocs()
                .paragraph(name + " "
                        + roles.of(type.name()).map(role -> "holds " + role).orElse("is a part of other types") + ".")
                .docs(type.docs())
                .deprecated(type.deprecated());
        var completions =
                fields.stream().map(Field::completion).flatMap(Optional::stream).toList();
        return new StructView(name, docs.lines(), lines.lines(), completions);
    }
}
