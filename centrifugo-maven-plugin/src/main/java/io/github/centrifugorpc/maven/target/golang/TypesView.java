package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.maven.target.Roles;
import java.util.List;

/** What {@code types.go} is rendered from. */
public record TypesView(String packageName, List<String> importLines, List<StructView> structs, List<EnumView> enums) {

    static TypesView of(Contract contract, GoModule module) {
        var cycles = new Cycles(contract);
        var roles = new Roles(contract);
        var objects = contract.types().stream()
                .filter(ObjectType.class::isInstance)
                .map(ObjectType.class::cast)
                .toList();
        var structs =
                objects.stream().map(type -> StructView.of(type, roles, cycles)).toList();
        var imports = new Imports();
        if (objects.stream()
                .flatMap(type -> type.members().stream())
                .anyMatch(member -> GoTypes.usesTime(member.type()))) {
            imports.standard("time");
        }
        if (structs.stream().anyMatch(struct -> !struct.completions().isEmpty())) {
            imports.own(module.codecPath());
        }
        var enums = contract.types().stream()
                .filter(EnumType.class::isInstance)
                .map(type -> EnumView.of((EnumType) type))
                .toList();
        return new TypesView(module.packageName(), imports.lines(), structs, enums);
    }
}
