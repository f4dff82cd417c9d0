package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.List;

/**
 * A type and its constants, ready to be printed.
 *
 * @param base the type that it is made of
 * @param constantLines constants and their comments, aligned
 */
public record EnumView(String name, String base, List<String> docLines, List<String> constantLines) {

    static EnumView of(EnumType type, GoTypes types) {
        var name = GoNames.type(type.name());
        var lines = new Columns();
        for (var value : type.values()) {
            lines.plain(new GoDocs()
                    .docs(value.docs())
                    .deprecated(value.deprecated())
                    .lines());
            lines.cells(
                    GoNames.constant(type, value),
                    name,
                    "= " + (type.isNumeric() ? value.name() : GoLiterals.string(value.name())));
        }
        var docs = new GoDocs()
                .paragraph(name + " is one of the constants below, or a value that a newer server knows.")
                .docs(type.docs())
                .deprecated(type.deprecated());
        return new EnumView(name, types.of(new TypeRef.Scalar(type.base())), docs.lines(), lines.lines());
    }
}
