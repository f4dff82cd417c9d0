package io.github.centrifugorpc.it.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** How a call ended for its caller. */
enum Ending {
    RESULT,
    NOT_SENT,
    OUTCOME_UNKNOWN,
    TIMEOUT,
    CANCELLED,
    /** An error that the server answered. */
    RPC,
    /** Anything else, which no scenario expects. */
    OTHER,
    /** It did not end within its time and the grace. */
    HUNG;

    /** What the puppet's report says; {@code it/README.md} lists the kinds. */
    static Ending of(JsonNode report) {
        if (report.has("result")) {
            return RESULT;
        }
        String kind = report.path("error").path("kind").asText();
        for (Ending ending : values()) {
            if (ending.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return ending;
            }
        }
        return OTHER;
    }
}
