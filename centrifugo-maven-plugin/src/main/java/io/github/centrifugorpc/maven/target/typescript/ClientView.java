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
                .map(method -> view(contract, method, expressions))
                .toList();
        var imports = new ArrayList<>(Wrapping.typeImport(List.of("CallOptions", "RpcCaller"), "./options.js"));
        imports.addAll(Wrapping.typeImport(expressions.aliases(), "./scalars.js"));
        imports.addAll(Wrapping.typeImport(expressions.types(), "./types.js"));
        return new ClientView(TypeScriptRenderer.HEADER, imports, methods);
    }

    private static MethodView view(Contract contract, RpcMethod method, TypeExpressions expressions) {
        String name = TypeScriptNames.method(method.name());
        String result = method.result().map(type -> type.accept(expressions)).orElse("void");
        String promise = "Promise<" + result + ">";
        var parameters = new ArrayList<String>();
        method.params().ifPresent(params -> parameters.add("params: " + params.accept(expressions)));
        parameters.add("options?: CallOptions");
        String params = method.params().isPresent() ? "params" : "{}";
        var arguments = new ArrayList<>(List.of(Literals.string(method.name()), params, "options"));
        method.options().timeout().ifPresent(limit -> arguments.add(String.valueOf(limit.toMillis())));
        var tags = new ArrayList<>(thrown(contract, method));
        tags.addAll(TsDoc.deprecation(method.deprecated()));
        return new MethodView(
                TsDoc.comment("", method.docs(), tags),
                Wrapping.function(
                        "", "export function " + name + "(", prepended("rpc: RpcCaller", parameters), promise),
                call("  ", "return rpc.call(", arguments, promise),
                TsDoc.comment("  ", method.docs(), tags),
                Wrapping.function("  ", name + "(", parameters, promise),
                mustNotDelegate(method, name)
                        ? call("    ", "return this.#rpc.call(", arguments, promise)
                        : Wrapping.bracketed("    ", "return " + name + "(", delegated(method), ");"));
    }

    /** The errors that a call may end in, each with what is said of it first. */
    private static List<String> thrown(Contract contract, RpcMethod method) {
        return method.errors().stream()
                .map(contract::error)
                .map(error -> "throws {@link " + TypeScriptNames.type(error.type()) + "} "
                        + TsDoc.safe(error.docs().summary().orElse(ErrorsView.sentence(error))))
                .sorted()
                .toList();
    }

    private static String call(String indent, String before, List<String> arguments, String promise) {
        // Linters refuse an assertion that changes nothing.
        return promise.equals("Promise<" + TypeExpressions.ANY + ">")
                ? Wrapping.bracketed(indent, before, arguments, ");")
                : Wrapping.cast(indent, before, arguments, promise);
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
