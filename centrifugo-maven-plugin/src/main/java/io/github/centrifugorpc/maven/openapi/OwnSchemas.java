package io.github.centrifugorpc.maven.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Schemas that every server has, under names that no type of the contract has taken. */
final class OwnSchemas {

    private final ObjectNode schemas;

    /** Adds to the given schemas. */
    OwnSchemas(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** Adds a schema under this or a similar name and gives the reference to it. */
    ObjectNode add(String name, ObjectNode schema) {
        var freeName = name;
        while (schemas.has(freeName)) {
            freeName += "_";
        }
        schemas.set(freeName, schema);
        return Json.object().put("$ref", "#/components/schemas/" + freeName);
    }
}
