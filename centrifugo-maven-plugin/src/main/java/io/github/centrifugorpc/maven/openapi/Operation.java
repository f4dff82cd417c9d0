package io.github.centrifugorpc.maven.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts one operation together, in the order in which people read it. */
final class Operation {

    private final ObjectNode json = Json.object();
    private final ObjectNode responses = Json.object();

    private Operation() {}

    static Operation of(String tag, String operationId) {
        var operation = new Operation();
        operation.json.set("tags", Json.texts(tag));
        operation.json.put("operationId", operationId);
        return operation;
    }

    /** The bare JSON, for descriptions. */
    ObjectNode json() {
        return json;
    }

    Operation securedBy(String scheme) {
        json.set("security", Json.array(Json.object().<ObjectNode>set(scheme, Json.texts())));
        return this;
    }

    Operation body(ObjectNode schema, boolean isRequired) {
        json.set("requestBody", withContent(Json.object().put("required", isRequired), schema));
        return this;
    }

    Operation response(String status, String description) {
        responses.set(status, Json.object().put("description", description));
        return this;
    }

    Operation response(String status, String description, ObjectNode schema) {
        responses.set(status, withContent(Json.object().put("description", description), schema));
        return this;
    }

    /** The operation as the only one of its path. */
    ObjectNode at(String httpMethod) {
        json.set("responses", responses);
        return Json.object().set(httpMethod, json);
    }

    private static ObjectNode withContent(ObjectNode holder, ObjectNode schema) {
        var mediaType = Json.object().<ObjectNode>set("schema", schema);
        return holder.set("content", Json.object().<ObjectNode>set("application/json", mediaType));
    }
}
