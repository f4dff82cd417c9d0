package io.github.centrifugorpc.maven.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.maven.naming.Words;

/** {@code POST /rpc/{method}}, spelled out for each method (wire W12). */
final class RpcEndpoints {

    static final String SECURITY = "token";

    private static final String TAG = "rpc";

    private final Contract contract;
    private final ObjectNode error;

    RpcEndpoints(Contract contract, ObjectNode error) {
        this.contract = contract;
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
        method.params()
                .ifPresent(params -> operation.body(params.accept(new TypeSchemas()), mustBeGiven(params.name())));
        method.result()
                .ifPresentOrElse(
                        result -> operation.response("200", "The result.", result.accept(new TypeSchemas())),
                        () -> operation.response("200", "Done; the body is null."));
        return operation
                .response("default", "The call failed.", error.deepCopy())
                .at("post");
    }

    private boolean mustBeGiven(String params) {
        return contract.type(params) instanceof ObjectType object
                && object.members().stream().anyMatch(DeclaredTypes::mustBeWritten);
    }
}
