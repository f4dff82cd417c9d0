package io.github.centrifugorpc.maven.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.naming.Words;

/** {@code POST /rpc/{method}}, spelled out for each method (wire W12). */
final class RpcEndpoints {

    static final String SECURITY = "token";

    private static final String TAG = "rpc";

    private final Contract contract;
    private final TypeSchemas types;
    private final ObjectNode error;

    RpcEndpoints(Contract contract, SchemaNames names, ObjectNode error) {
        this.contract = contract;
        this.types = new TypeSchemas(names);
        this.error = error;
    }

    static ObjectNode tag() {
        return Json.object()
                .put("name", TAG)
                .put(
                        "description",
                        "The methods, for callers without a WebSocket. Off unless the server switches it on.");
    }

    static ObjectNode securityScheme() {
        return Json.object()
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put("description", "The token with which the user connects to Centrifugo.");
    }

    ObjectNode call(RpcMethod method) {
        var operation = Operation.of(TAG, Words.of(method.name()).camelCase());
        Descriptions.describe(operation.json(), method.docs(), method.deprecated());
        operation.securedBy(SECURITY);
        method.params().ifPresent(params -> operation.body(params.accept(types), mustBeGiven(params)));
        method.result()
                .ifPresentOrElse(
                        result -> operation.response("200", "The result.", result.accept(types)),
                        () -> operation.response("200", "Done; the body is null."));
        return operation
                .response("default", "The call failed.", error.deepCopy())
                .at("post");
    }

    private boolean mustBeGiven(TypeRef.Named params) {
        return !(contract.type(params.name()) instanceof ObjectType object)
                || object.tag().isPresent()
                || Bound.of(object, params.arguments()).members().stream().anyMatch(DeclaredTypes::mustBeWritten);
    }
}
