package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.Contract;
import java.util.List;
import java.util.Optional;

/** What {@code types.ts.vm} shows. */
public record TypesView(String header, List<String> imports, List<TypeView> types) {

    /**
     * One type.
     *
     * @param docs its comment, with the line end
     * @param name with its type parameters
     * @param alias the whole declaration, where it is no interface
     */
    public record TypeView(String docs, String name, List<MemberView> members, Optional<String> alias) {}

    /**
     * One member.
     *
     * @param declaration as it stands in the interface, {@code user_id: string;} for one
     */
    public record MemberView(String docs, String declaration) {}

    static TypesView of(Contract contract) {
        var declarations = new Declarations(contract);
        var types = contract.types().stream().map(declarations::view).toList();
        return new TypesView(TypeScriptRenderer.HEADER, declarations.imports(), types);
    }
}
