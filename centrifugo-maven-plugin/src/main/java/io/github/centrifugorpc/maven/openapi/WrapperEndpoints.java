package io.github.centrifugorpc.maven.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a server offers the rest of a company beside its methods: publishing, and a look at its health. */
final class WrapperEndpoints {

    static final String SECURITY = "apiKey";

    private static final String TAG = "wrapper";

    // Ids of methods are camel case, so that none of them can be one of these.
    private static final String PUBLISH = "wrapper_publish";
    private static final String HEALTH = "wrapper_health";

    private final OwnSchemas schemas;
    private final ObjectNode error;

    WrapperEndpoints(OwnSchemas schemas, ObjectNode error) {
        this.schemas = schemas;
        this.error = error;
    }

    static ObjectNode tag() {
        return Json.object().put("name", TAG).put("description", "For services of the same company.");
    }

    static ObjectNode securityScheme() {
        return Json.object()
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "X-API-Key")
                .put("description", "The server's wrapperApiKey.");
    }

    ObjectNode publish() {
        var members = Json.object();
        members.set("channel", Json.object().put("type", "string"));
        members.set("data", Json.object().put("description", "Any JSON."));
        var publication = Json.object().put("type", "object");
        publication.set("required", Json.texts("channel", "data"));
        publication.set("properties", members);
        var operation = Operation.of(TAG, PUBLISH);
        operation
                .json()
                .put(
                        "description",
                        "Publishes to a channel of Centrifugo. Refused are the request channel and, for data with a"
                                + " `correlation_id`, reply channels.");
        return operation
                .securedBy(SECURITY)
                .body(schemas.add("Publication", publication), true)
                .response("200", "Published.")
                .response("default", "Not published.", error.deepCopy())
                .at("post");
    }

    ObjectNode health() {
        var health = Json.object().put("type", "object");
        health.set("required", Json.texts("status"));
        health.set(
                "properties",
                Json.object().<ObjectNode>set("status", Json.object().put("type", "string")));
        return Operation.of(TAG, HEALTH)
                .securedBy(SECURITY)
                .response("200", "The server takes calls.", schemas.add("Health", health))
                .response("default", "The server takes no calls.", error.deepCopy())
                .at("get");
    }
}
