package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.List;
import java.util.Map;

/**
 * A method of the API client, ready to be printed.
 *
 * @param parameters what the method takes, in parentheses
 * @param params the expression for the params of the call
 * @param wireName the literal of the method's name
 * @param resultType what it gives back; the empty string for nothing
 * @param reader the function of package codec that reads the result
 */
public record MethodView(
        String name,
        List<String> docLines,
        String parameters,
        String params,
        String wireName,
        String resultType,
        String reader) {

    static MethodView of(RpcMethod method, Map<String, TypeDeclaration> types) {
        var name = GoNames.method(method.name());
        var docs = new GoDocs()
                .paragraph(name + " calls " + method.name() + ".")
                .docs(method.docs())
                .deprecated(method.deprecated());
        var params = method.params().map(GoTypes::of);
        var parameters =
                "ctx context.Context" + params.map(type -> ", params " + type).orElse("");
        return new MethodView(
                name,
                docs.lines(),
                "(" + parameters + ")",
                params.isPresent() ? "params" : "nil",
                GoLiterals.string(method.name()),
                method.result().map(type -> resultType(type, types)).orElse(""),
                method.result().map(type -> reader(type, types)).orElse("codec.Void"));
    }

    /** For the template, which prints another body for a method without result. */
    public boolean isVoid() {
        return resultType.isEmpty();
    }

    private static String resultType(TypeRef type, Map<String, TypeDeclaration> types) {
        return (isObject(type, types) ? "*" : "") + GoTypes.of(type);
    }

    private static String reader(TypeRef type, Map<String, TypeDeclaration> types) {
        if (type instanceof TypeRef.Nullable nullable) {
            return "codec.Nullable[" + GoTypes.of(nullable.inner()) + "]";
        }
        return (isObject(type, types) ? "codec.Object[" : "codec.Value[") + GoTypes.of(type) + "]";
    }

    private static boolean isObject(TypeRef type, Map<String, TypeDeclaration> types) {
        return type instanceof TypeRef.Named named && types.get(named.name()) instanceof ObjectType;
    }
}
