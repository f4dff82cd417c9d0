package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.Contract;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code client.go} is rendered from. */
public record ClientView(
        String packageName, List<String> importLines, List<String> docLines, List<MethodView> methods) {

    static ClientView of(Contract contract, GoModule module, GoTypes types) {
        var imports = new Imports();
        if (!contract.methods().isEmpty()) {
            imports.standard("context").own(module.codecPath());
        }
        if (contract.methods().stream()
                .anyMatch(method -> method.options().timeout().isPresent())) {
            imports.standard("time");
        }
        contract.methods()
                .forEach(method -> Stream.of(method.params(), method.result())
                        .flatMap(Optional::stream)
                        .forEach(type -> imports.usedBy(types.of(type))));
        var docs = new GoDocs()
                .paragraph("APIClient has a method for each RPC method of " + contract.title() + ", over a connection"
                        + " that it shares: connect it before the first call, and disconnect it at the end.");
        var methods = contract.methods().stream()
                .map(method -> MethodView.of(method, contract, types))
                .toList();
        return new ClientView(module.packageName(), imports.lines(), docs.lines(), methods);
    }
}
