package io.github.centrifugorpc.internal.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.centrifugorpc.internal.http.HttpAnswer;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.wire.WireError;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** The JSON of replies and errors (wire W4, W5). */
public final class ReplyJson {

    private final JsonFactory json;
    private final ObjectWriter details;
    private final int mostReplyBytes;

    /**
     * Writes replies.
     *
     * @param mostReplyBytes longer ones are refused: Centrifugo might close their receiver's connection (wire W9)
     */
    public ReplyJson(MethodTable methods, int mostReplyBytes) {
        this.mostReplyBytes = mostReplyBytes;
        this.json = methods.json();
        this.details = methods.mapper().writer();
    }

    /** A part of a reply. */
    @FunctionalInterface
    interface Part {
        void write(JsonGenerator out) throws IOException;
    }

    /** Something that is written as a whole, within the limit of replies. */
    HttpAnswer.Body body(Part part) {
        return out -> write(part, out);
    }

    void write(Part part, OutputStream out) throws IOException {
        try (var generator = json.createGenerator(new LimitedOutput(out, mostReplyBytes))) {
            part.write(generator);
        }
    }

    /** {@code {"correlation_id":…,"result":…}}. */
    static Part result(String correlationId, Part result) {
        return out -> {
            out.writeStartObject();
            out.writeStringField("correlation_id", correlationId);
            out.writeFieldName("result");
            result.write(out);
            out.writeEndObject();
        };
    }

    /** {@code {"correlation_id":…,"error":…}}. */
    Part error(String correlationId, WireError error) {
        return out -> {
            out.writeStartObject();
            out.writeStringField("correlation_id", correlationId);
            out.writeFieldName("error");
            error(error).write(out);
            out.writeEndObject();
        };
    }

    /** {@code {"error":…}} with all that an error has. */
    Part bareError(WireError error) {
        return out -> {
            out.writeStartObject();
            out.writeFieldName("error");
            error(error).write(out);
            out.writeEndObject();
        };
    }

    /** {@code {"result":{"data":…}}}, as Centrifugo's proxies take it. */
    static Part proxyResult(Part data) {
        return out -> {
            out.writeStartObject();
            out.writeObjectFieldStart("result");
            out.writeFieldName("data");
            data.write(out);
            out.writeEndObject();
            out.writeEndObject();
        };
    }

    /** {@code {"error":{"code":…,"message":…}}}: Centrifugo's own error, which has no room for details. */
    static Part proxyError(WireError error) {
        return out -> {
            out.writeStartObject();
            out.writeObjectFieldStart("error");
            out.writeNumberField("code", error.code());
            out.writeStringField("message", error.message());
            if (error.isTemporary()) {
                out.writeBooleanField("temporary", true);
            }
            out.writeEndObject();
            out.writeEndObject();
        };
    }

    /** An answer that a person or a program calling over HTTP reads. */
    HttpAnswer http(int status, WireError error) {
        return http(status, Map.of(), error);
    }

    HttpAnswer http(int status, Map<String, String> headers, WireError error) {
        return new HttpAnswer(status, headers, body(bareError(error)));
    }

    private Part error(WireError error) {
        return out -> {
            out.writeStartObject();
            out.writeNumberField("code", error.code());
            out.writeStringField("name", error.name());
            out.writeStringField("message", error.message());
            if (error.details() != null) {
                out.writeFieldName("details");
                details.writeValue(out, error.details());
            }
            out.writeEndObject();
        };
    }
}
