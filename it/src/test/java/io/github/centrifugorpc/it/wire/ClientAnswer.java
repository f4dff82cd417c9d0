package io.github.centrifugorpc.it.wire;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a client must make of a vector. As the server does, where the file says nothing else.
 *
 * @param vector the vector
 * @param own what the file says of this client, or a missing node
 */
public record ClientAnswer(WireVector vector, JsonNode own) {

    /** Rejects what is in the file without a reason. */
    public ClientAnswer {
        if (!own.isMissingNode() && own.path("because").asText().isEmpty()) {
            throw new IllegalArgumentException(vector.name() + ": a client's own answer needs a because");
        }
    }

    /** Whether a compiler accepts the value as a literal of the type. */
    boolean compiles() {
        return own.has("compiles")
                ? own.get("compiles").booleanValue()
                : vector.refused().isEmpty() && !own.path("refuses").booleanValue();
    }

    /** What is wrong with the driver's line, or an empty text. */
    public String difference(JsonNode line) {
        if (line.has("problem")) {
            return line.get("problem").asText();
        }
        if (isRefused()) {
            return line.has("refuses")
                    ? ""
                    : "expected to be refused, got " + line.path("gives").asText();
        }
        if (!line.has("gives")) {
            return "expected to be read, got " + line;
        }
        String gives = line.get("gives").asText();
        boolean isAsExpected = own.has("gives")
                ? vector.areEqual(own.get("gives").asText(), gives)
                : vector.areEqual(vector.json(), gives) || vector.areEqual(vector.given(), gives);
        return isAsExpected ? "" : "expected " + expected() + "\nbut got  " + gives;
    }

    private boolean isRefused() {
        boolean isReadAllTheSame = own.has("gives")
                || own.path("keeps").booleanValue()
                || own.path("compiles").booleanValue();
        return own.path("refuses").booleanValue() || (!vector.refused().isEmpty() && !isReadAllTheSame);
    }

    private String expected() {
        return own.has("gives") ? own.get("gives").asText() : vector.given();
    }
}
