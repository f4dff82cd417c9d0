package io.github.centrifugorpc.maven.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.centrifugorpc.contract.Contract;

/**
 * Writes the HTTP endpoints of a server with the given contract as an OpenAPI document.
 *
 * <p>Version 3.0.3, because code generators are most at home in it. Enums are listed, so that generators give their
 * values names, and described as open, because OpenAPI 3.0 cannot say it otherwise. A type that only the server writes
 * requires all that the server always writes; one that callers write requires only what they must give.
 */
public final class OpenApiDocument {

    private static final String OPENAPI_VERSION = "3.0.3";

    private OpenApiDocument() {}

    /**
     * The document as JSON, the same text for the same input on every machine.
     *
     * @param version the version of the service's API
     */
    public static String write(Contract contract, String version) {
        var names = new SchemaNames(contract);
        var schemas = DeclaredTypes.schemasOf(contract, names);
        var ownSchemas = new OwnSchemas(schemas);
        var error = ownSchemas.add("RpcErrorReply", errorReply());
        var rpc = new RpcEndpoints(contract, names, error);
        var wrapper = new WrapperEndpoints(ownSchemas, error);

        var paths = Json.object();
        contract.methods().forEach(method -> paths.set("/rpc/" + method.name(), rpc.call(method)));
        paths.set("/publish", wrapper.publish());
        paths.set("/health", wrapper.health());

        var securitySchemes = Json.object();
        securitySchemes.set(RpcEndpoints.SECURITY, RpcEndpoints.securityScheme());
        securitySchemes.set(WrapperEndpoints.SECURITY, WrapperEndpoints.securityScheme());

        var document = Json.object().put("openapi", OPENAPI_VERSION);
        document.set("info", Json.object().put("title", contract.title()).put("version", version));
        document.set("servers", Json.array(defaultServer()));
        document.set("tags", Json.array(RpcEndpoints.tag(), WrapperEndpoints.tag()));
        document.set("paths", paths);
        var components = Json.object().<ObjectNode>set("schemas", schemas);
        components.set("securitySchemes", securitySchemes);
        document.set("components", components);
        return Json.print(document);
    }

    private static ObjectNode defaultServer() {
        return Json.object()
                .put("url", "http://localhost:8001")
                .put("description", "Where a server listens unless its wrapperUrl says otherwise.");
    }

    /** Wire W5. */
    private static ObjectNode errorReply() {
        var members = Json.object();
        members.set("code", Json.object().put("type", "integer").put("format", "int32"));
        members.set("name", Json.object().put("type", "string"));
        members.set("message", Json.object().put("type", "string"));
        members.set("details", Json.object());
        var error = Json.object().put("type", "object");
        error.set("required", Json.texts("code", "name", "message"));
        error.set("properties", members);
        var reply = Json.object().put("type", "object");
        reply.set("required", Json.texts("error"));
        reply.set("properties", Json.object().<ObjectNode>set("error", error));
        return reply;
    }
}
