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
        var operation = Operation.of(TAG, PUBLISH);
        operation
                .json()
                .put(
                        "description",
                        "Publishes to a channel of Centrifugo. Refused are the request channel and, for data with a"
                                + " `correlation_id`, reply channels.");
        var publication = Json.object();
        publication.set("channel", text());
        publication.set("data", Json.object().put("description", "Any JSON."));
        // Only channels with a history have positions.
        var position = Json.object();
        position.set("offset", integer("int64"));
        position.set("epoch", text());
        var published = Json.object();
        published.set("result", objectOf(position));
        return operation
                .securedBy(SECURITY)
                .body(schemas.add("Publication", objectOf(publication, "channel", "data")), true)
                .response("200", "Published.", schemas.add("Published", objectOf(published, "result")))
                .response("default", "Not published.", error.deepCopy())
                .at("post");
    }

    ObjectNode health() {
        var health = Json.object();
        health.set("status", text());
        health.set("methods", integer("int32"));
        health.set("calls_in_flight", integer("int32"));
        health.set("late_results", integer("int64"));
        health.set("lost_replies", integer("int64"));
        var schema = objectOf(health, "status", "methods", "calls_in_flight", "late_results", "lost_replies");
        return Operation.of(TAG, HEALTH)
                .securedBy(SECURITY)
                .response("200", "The server takes calls.", schemas.add("Health", schema))
                .response("default", "The server takes no calls.", error.deepCopy())
                .at("get");
    }

    private static ObjectNode objectOf(ObjectNode properties, String... required) {
        var schema = Json.object().put("type", "object");
        if (required.length > 0) {
            schema.set("required", Json.texts(required));
        }
        return schema.set("properties", properties);
    }

    private static ObjectNode text() {
        return Json.object().put("type", "string");
    }

    private static ObjectNode integer(String format) {
        return Json.object().put("type", "integer").put("format", format);
    }
}
