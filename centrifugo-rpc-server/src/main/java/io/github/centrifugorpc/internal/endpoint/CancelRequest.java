package io.github.centrifugorpc.internal.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.centrifugorpc.internal.proxy.RawJson;
import io.github.centrifugorpc.internal.wire.CorrelationId;
import io.github.centrifugorpc.internal.wire.WireError.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The params of {@value #METHOD}: {@code {"correlation_id":…}} (wire W6).
 *
 * @param correlationId of the call to be cancelled; of use only without violations
 */
record CancelRequest(String correlationId, List<Violation> violations) {

    static final String METHOD = "system.cancel";

    private static final String MEMBER = "correlation_id";

    static CancelRequest read(@Nullable RawJson params, JsonFactory json) {
        if (params == null) {
            return refused("$." + MEMBER, "is required");
        }
        try (var in = params.parser(json)) {
            return switch (in.nextToken()) {
                case START_OBJECT -> member(in);
                case VALUE_NULL -> refused("$." + MEMBER, "is required");
                default -> refused("$", "must be an object");
            };
        } catch (IOException e) {
            throw new UncheckedIOException("It was read before.", e);
        }
    }

    private static CancelRequest member(JsonParser in) throws IOException {
        CancelRequest found = null;
        while (in.nextToken() != JsonToken.END_OBJECT) {
            boolean isWanted = in.currentName().equals(MEMBER);
            in.nextToken();
            if (isWanted && found != null) {
                return refused("$." + MEMBER, "is given twice");
            }
            if (!isWanted) {
                in.skipChildren();
            } else if (in.currentToken() == JsonToken.VALUE_STRING && CorrelationId.isValid(in.getText())) {
                found = new CancelRequest(in.getText(), List.of());
            } else {
                return refused("$." + MEMBER, "must be a string of 1 to 64 of [A-Za-z0-9_-]");
            }
        }
        return found == null ? refused("$." + MEMBER, "is required") : found;
    }

    private static CancelRequest refused(String path, String message) {
        return new CancelRequest("", List.of(new Violation(path, message)));
    }
}
