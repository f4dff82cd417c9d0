package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.UnionType;
import io.github.centrifugorpc.maven.target.Roles;
import java.util.List;

/**
 * What {@code types.go} and {@code json.go} are rendered from.
 *
 * @param importLines the imports of {@code types.go}
 * @param codingImportLines the imports of {@code json.go}
 * @param arguments types that stand for type parameters
 */
public record TypesView(
        String packageName,
        List<String> importLines,
        List<String> codingImportLines,
        List<StructView> structs,
        List<UnionView> unions,
        List<EnumView> enums,
        List<Argument> arguments) {

    /** A type that stands for a type parameter, and the function that reads or writes it. */
    public record Argument(String type, String coder) {}

    static TypesView of(Contract contract, GoModule module, GoTypes types) {
        var cycles = new Cycles(contract);
        var docs = new StructDocs(contract);
        var roles = new Roles(contract);
        var objects = all(contract, ObjectType.class);
        var structs = objects.stream()
                .map(type -> StructView.of(type, docs, cycles, types))
                .toList();
        var unions = all(contract, UnionType.class).stream()
                .map(type -> UnionView.of(type, roles, types))
                .toList();
        var enums = all(contract, EnumType.class).stream()
                .map(type -> EnumView.of(type, types))
                .toList();
        var arguments = Arguments.of(contract, types).entrySet().stream()
                .map(argument -> new Argument(argument.getKey(), argument.getValue()))
                .toList();

        var imports = new Imports();
        objects.forEach(type -> {
            type.members().forEach(member -> imports.usedBy(types.of(member.type())));
            type.extra().ifPresent(extra -> imports.usedBy(types.of(extra)));
        });
        var codingImports = new Imports();
        arguments.forEach(argument -> codingImports.usedBy(argument.type()));
        if (!unions.isEmpty()) {
            imports.standard("encoding/json").own(module.codecPath());
        }
        if (!structs.isEmpty()) {
            codingImports.own(module.codecPath());
        }
        return new TypesView(
                module.packageName(), imports.lines(), codingImports.lines(), structs, unions, enums, arguments);
    }

    /** For the template, which prints a function only where a type has parameters. */
    public boolean isGeneric() {
        return structs.stream().anyMatch(struct -> !struct.parameters().isEmpty());
    }

    private static <T> List<T> all(Contract contract, Class<T> kind) {
        return contract.types().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
