package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.RpcMethod;
import java.util.List;

/**
 * A method of the API client, ready to be printed.
 *
 * @param parameters what the method takes, in parentheses
 * @param params the expression for the params of the call
 * @param wireName the literal of the method's name
 * @param resultType what it gives back; the empty string for nothing
 * @param reader the function of package codec that reads the result
 * @param timeLimit the method's own time limit; the empty string for none
 */
public record MethodView(
        String name,
        List<String> docLines,
        String parameters,
        String params,
        String wireName,
        String resultType,
        String reader,
        String timeLimit) {

    static MethodView of(RpcMethod method, Contract contract, GoTypes types) {
        var name = GoNames.method(method.name());
        var docs = new GoDocs()
                .paragraph(name + " calls " + method.name() + ".")
                .docs(method.docs())
                .errors(method.errors().stream().map(contract::error).toList())
                .deprecated(method.deprecated());
        var coders = new Coders(types);
        var parameters = "ctx context.Context"
                + method.params().map(type -> ", params " + types.of(type)).orElse("");
        var params = method.params()
                .map(type -> types.isUnion(type) ? "codec.ParamsOf(params, " + coders.of(type) + ")" : "params");
        return new MethodView(
                name,
                docs.lines(),
                "(" + parameters + ")",
                params.orElse("nil"),
                GoLiterals.string(method.name()),
                method.result()
                        .map(type -> (types.isObject(type) ? "*" : "") + types.of(type))
                        .orElse(""),
                method.result()
                        .map(type ->
                                (types.isObject(type) ? "codec.PointerTo(" : "codec.Value(") + coders.of(type) + ")")
                        .orElse("codec.Void"),
                method.options().timeout().map(GoLiterals::duration).orElse(""));
    }

    /** For the template, which then sets the time limit of calls that have none. */
    public boolean hasTimeLimit() {
        return !timeLimit.isEmpty();
    }

    /** For the template, which prints another body for a method without result. */
    public boolean isVoid() {
        return resultType.isEmpty();
    }
}
