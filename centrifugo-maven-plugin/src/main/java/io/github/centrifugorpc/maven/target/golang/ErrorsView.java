package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ErrorType;
import java.util.List;
import java.util.Optional;

/** What {@code declared.go} is rendered from. */
public record ErrorsView(String packageName, List<String> importLines, List<ErrorView> errors) {

    /**
     * An error that methods declare, ready to be printed.
     *
     * @param wireName the literal of its name
     * @param details the type of its details; empty for an error without
     * @param reader the function of package codec that reads them
     */
    public record ErrorView(
            String name, List<String> docLines, String wireName, int code, Optional<String> details, String reader) {}

    static ErrorsView of(Contract contract, GoModule module, GoTypes types) {
        var errors = contract.errors().stream().map(error -> view(error, types)).toList();
        var imports = new Imports();
        if (errors.stream().anyMatch(error -> error.details().isPresent())) {
            imports.own(module.codecPath());
        }
        errors.forEach(error -> error.details().ifPresent(imports::usedBy));
        return new ErrorsView(module.packageName(), imports.lines(), errors);
    }

    private static ErrorView view(ErrorType error, GoTypes types) {
        var name = GoNames.type(error.type());
        var docs = new GoDocs()
                .paragraph(name + " is the error " + error.name() + ", which errors.As finds behind an [RPCError].")
                .docs(error.docs())
                .deprecated(error.deprecated());
        var coders = new Coders(types);
        return new ErrorView(
                name,
                docs.lines(),
                GoLiterals.string(error.name()),
                error.code(),
                error.details().map(types::of),
                error.details()
                        .map(type -> "codec.Value(" + coders.of(type) + ")")
                        .orElse(""));
    }
}
