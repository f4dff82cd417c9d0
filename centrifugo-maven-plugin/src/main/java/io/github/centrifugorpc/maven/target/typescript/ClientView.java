package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.RpcMethod;
import java.util.ArrayList;
import java.util.List;

/** What {@code client.ts.vm} shows. */
public record ClientView(String header, List<String> imports, List<MethodView> methods) {

    /**
     * One method, as a function and as a member of the API client.
     *
     * @param functionDocs the comment, with the line end
     * @param function the head of the function
     * @param call what the function returns
     * @param memberDocs the comment, with the line end
     * @param member the head of the member
     * @param delegation what the member returns
     */
    public record MethodView(
            String functionDocs, String function, String call, String memberDocs, String member, String delegation) {}

    static ClientView of(Contract contract) {
        var expressions = new TypeExpressions(new TypeParameters(contract));
        var methods = contract.methods().stream()
                .map(method -> view(method, expressions))
                .toList();
        var imports = new ArrayList<>(Wrapping.typeImport(List.of("CallOptions", "RpcCaller"), "./options.js"));
        imports.addAll(Wrapping.typeImport(expressions.aliases(), "./scalars.js"));
        imports.addAll(Wrapping.typeImport(expressions.types(), "./types.js"));
        return new ClientView(TypeScriptRenderer.HEADER, imports, methods);
    }

    private static MethodView view(RpcMethod method, TypeExpressions expressions) {
        String name = TypeScriptNames.method(method.name());
        String result = method.result().map(type -> type.accept(expressions)).orElse("void");
        String promise = "Promise<" + result + ">";
        var parameters = new ArrayList<String>();
        method.params().ifPresent(params -> parameters.add("params: " + params.accept(expressions)));
        parameters.add("options?: CallOptions");
        String params = method.params().isPresent() ? "params" : "{}";
        var arguments = List.of(Literals.string(method.name()), params, "options");
        // Linters refuse an assertion that changes nothing.
        String cast = result.equals(TypeExpressions.ANY) ? ");" : ") as " + promise + ";";
        var tags = TsDoc.deprecation(method.deprecated());
        return new MethodView(
                TsDoc.comment("", method.docs(), tags),
                Wrapping.bracketed(
                        "",
                        "export function " + name + "(",
                        prepended("rpc: RpcCaller", parameters),
                        "): " + promise + " {"),
                Wrapping.bracketed("  ", "return rpc.call(", arguments, cast),
                TsDoc.comment("  ", method.docs(), tags),
                Wrapping.bracketed("  ", name + "(", parameters, "): " + promise + " {"),
                mustNotDelegate(method, name)
                        ? Wrapping.bracketed("    ", "return this.#rpc.call(", arguments, cast)
                        : Wrapping.bracketed("    ", "return " + name + "(", delegated(method), ");"));
    }

    /** Linters object to the use of a deprecated function, and the member's own parameters hide two names. */
    private static boolean mustNotDelegate(RpcMethod method, String name) {
        return method.deprecated().isPresent() || name.equals("params") || name.equals("options");
    }

    private static List<String> delegated(RpcMethod method) {
        return method.params().isPresent()
                ? List.of("this.#rpc", "params", "options")
                : List.of("this.#rpc", "options");
    }

    private static List<String> prepended(String first, List<String> rest) {
        var all = new ArrayList<String>();
        all.add(first);
        all.addAll(rest);
        return all;
    }
}
