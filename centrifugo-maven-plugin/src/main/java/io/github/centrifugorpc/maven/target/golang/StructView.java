package io.github.centrifugorpc.maven.target.golang;

import static java.util.stream.Collectors.joining;

import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.ArrayList;
import java.util.List;

/**
 * A struct, ready to be printed.
 *
 * @param parameters its type parameters in brackets, where it has some
 * @param receiver the type of its methods
 * @param fieldLines fields and their comments, aligned
 * @param codings statements that read or write its members
 */
public record StructView(
        String name,
        String parameters,
        String receiver,
        List<String> docLines,
        List<String> fieldLines,
        List<String> codings) {

    private static final TypeRef TEXT = new TypeRef.Scalar(ScalarKind.STRING);

    static StructView of(ObjectType type, StructDocs docs, Cycles cycles, GoTypes types) {
        var name = GoNames.type(type.name());
        var lines = new Columns();
        var codings = new ArrayList<String>();
        type.tag()
                .ifPresent(tag -> codings.add("codec.Tag(o, " + GoLiterals.string(tag.member()) + ", "
                        + GoLiterals.string(tag.value()) + ")"));
        for (var member : type.members()) {
            var field = Field.of(member, cycles.isCyclic(type, member), types);
            lines.plain(field.docLines());
            lines.cells(field.name(), field.type(), field.tag());
            codings.add(field.coding());
        }
        type.extra().ifPresent(extra -> {
            var field = GoNames.extraField(type);
            lines.plain(List.of("// " + field + " holds further members by their names."));
            lines.cells(field, types.of(new TypeRef.MapOf(TEXT, extra)), GoLiterals.HIDDEN_TAG);
            codings.add("codec.Extra(o, &v." + field + ", " + new Coders(types).of(extra) + ")");
        });
        var variables = type.typeParameters().stream().map(types::variable).toList();
        boolean isGeneric = !variables.isEmpty();
        return new StructView(
                name,
                isGeneric ? variables.stream().collect(joining(", ", "[", " any]")) : "",
                name + (isGeneric ? variables.stream().collect(joining(", ", "[", "]")) : ""),
                docs.of(type),
                lines.lines(),
                codings);
    }
}
