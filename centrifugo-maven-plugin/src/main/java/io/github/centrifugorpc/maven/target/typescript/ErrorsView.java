package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.ErrorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code declared-errors.ts.vm} shows. */
public record ErrorsView(String header, List<String> imports, List<ErrorView> errors) {

    /**
     * One error.
     *
     * @param docs its comment, with the line end
     * @param name of its class
     * @param wireName by which it is found
     * @param nameField the declaration of the same
     * @param details the declaration of its details; empty for an error without
     * @param constructor the head of its constructor
     * @param created the call of the constructor above it
     * @param guard the head of the function that knows it
     */
    public record ErrorView(
            String docs,
            String name,
            String wireName,
            String nameField,
            int code,
            Optional<String> details,
            String constructor,
            String created,
            String guard) {}

    static ErrorsView of(Contract contract) {
        var expressions = new TypeExpressions(new TypeParameters(contract));
        var errors = contract.errors().stream()
                .map(error -> view(error, expressions))
                .toList();
        boolean isWithDetails =
                contract.errors().stream().anyMatch(error -> error.details().isPresent());
        boolean isWithout =
                contract.errors().stream().anyMatch(error -> error.details().isEmpty());
        var names = new ArrayList<>(List.of("RpcError"));
        if (isWithDetails) {
            names.add("type DeclaredErrorOptions");
        }
        if (isWithout) {
            names.add("type RpcErrorOptions");
        }
        var imports = new ArrayList<>(List.of("import type { Declared } from './declared.js';"));
        if (!errors.isEmpty()) {
            imports.add("import { " + String.join(", ", names) + " } from './errors.js';");
        }
        imports.addAll(Wrapping.typeImport(expressions.aliases(), "./scalars.js"));
        imports.addAll(Wrapping.typeImport(expressions.types(), "./types.js"));
        return new ErrorsView(TypeScriptRenderer.HEADER, imports, errors);
    }

    private static ErrorView view(ErrorType error, TypeExpressions expressions) {
        String name = TypeScriptNames.type(error.type());
        String literal = Literals.string(error.name());
        var type = error.details().map(details -> details.accept(expressions));
        String options = type.map(
                        details -> TypeLayout.after("options: ", "DeclaredErrorOptions<" + details + ">", "    ", ""))
                .orElse("options?: RpcErrorOptions");
        return new ErrorView(
                docs(error),
                name,
                error.name(),
                nameField(literal),
                error.code(),
                type.map(details -> TypeLayout.after("declare readonly details: ", details, "  ", ";")),
                Wrapping.bracketed("  ", "constructor(", List.of("method: string", "message: string", options), ") {"),
                Wrapping.bracketed(
                        "    ",
                        "super(",
                        List.of("method", String.valueOf(error.code()), literal, "message", "options"),
                        ");"),
                Wrapping.function(
                        "",
                        "export function " + TypeScriptNames.guard(error.type()) + "(",
                        List.of("error: unknown"),
                        "error is " + name));
    }

    private static String nameField(String literal) {
        String line = "  override readonly name = " + literal + ";";
        return line.length() <= Wrapping.WIDTH ? line : "  override readonly name =\n    " + literal + ";";
    }

    /** What is said of an error that has no documentation. */
    static String sentence(ErrorType error) {
        return "The error `" + error.name() + "`.";
    }

    // Not the tag of something deprecated: the linters' rule would find each use inside the SDK.
    private static String docs(ErrorType error) {
        return TypeDocs.comment(error.docs().isEmpty() ? Docs.of(sentence(error)) : error.docs(), error.deprecated());
    }
}
