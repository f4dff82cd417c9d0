package io.github.centrifugorpc.internal.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.centrifugorpc.internal.dispatch.ReplyWriter;
import io.github.centrifugorpc.internal.http.HttpAnswer;
import io.github.centrifugorpc.internal.once.Reply;
import io.github.centrifugorpc.internal.registry.HandlerMethod;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.registry.TypedDetails;
import io.github.centrifugorpc.internal.wire.WireError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of replies and errors (wire W4, W5). */
public final class ReplyJson implements ReplyWriter {

    private static final int FIRST_BYTES = 512;

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

    @Override
    public Reply result(HandlerMethod method, @Nullable Object result) throws IOException {
        return result(out -> method.writeResult(result, out));
    }

    /** A result that no contract describes. */
    Reply result(Part result) throws IOException {
        return new Reply.Result(bytes(result));
    }

    @Override
    public Reply error(WireError error) throws IOException {
        return new Reply.Failure(error.code(), error.message(), error.isTemporary(), bytes(object(error)));
    }

    private byte[] bytes(Part part) throws IOException {
        var out = new ByteArrayOutputStream(FIRST_BYTES);
        write(part, out);
        return out.toByteArray();
    }

    /**
     * {@code {"correlation_id":…,"result":…}}, or with an error, between two texts. Neither they nor an id need escapes.
     */
    static HttpAnswer.Body reply(String before, String correlationId, Reply reply, String after) {
        var member = reply instanceof Reply.Result ? "result" : "error";
        var head = before + "{\"correlation_id\":\"" + correlationId + "\",\"" + member + "\":";
        return out -> {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(reply.json());
            out.write(("}" + after).getBytes(StandardCharsets.US_ASCII));
        };
    }

    /** {@code {"result":{"data":…}}} with the bare result, as Centrifugo's rpc proxy takes it. */
    static HttpAnswer.Body bareResult(Reply reply) {
        return out -> {
            out.write("{\"result\":{\"data\":".getBytes(StandardCharsets.US_ASCII));
            out.write(reply.json());
            out.write("}}".getBytes(StandardCharsets.US_ASCII));
        };
    }

    /** One of the protocol's own errors, whose details can always be written. */
    Reply ownError(WireError error) {
        try {
            return error(error);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code {"error":…}} around an error that has been written before. */
    static HttpAnswer.Body bareError(Reply.Failure failure) {
        return out -> {
            out.write("{\"error\":".getBytes(StandardCharsets.US_ASCII));
            out.write(failure.json());
            out.write('}');
        };
    }

    /** {@code {"error":…}} with all that an error has. */
    private Part bareError(WireError error) {
        return out -> {
            out.writeStartObject();
            out.writeFieldName("error");
            object(error).write(out);
            out.writeEndObject();
        };
    }

    /** {@code {"error":{"code":…,"message":…}}}: Centrifugo's own error, which has no room for details. */
    static Part proxyError(WireError error) {
        return proxyError(error.code(), error.message(), error.isTemporary());
    }

    /** The same of an error that has been written in full. */
    static Part proxyError(Reply.Failure failure) {
        return proxyError(failure.code(), failure.message(), failure.isTemporary());
    }

    private static Part proxyError(int code, String message, boolean isTemporary) {
        return out -> {
            out.writeStartObject();
            out.writeObjectFieldStart("error");
            out.writeNumberField("code", code);
            out.writeStringField("message", message);
            if (isTemporary) {
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

    private Part object(WireError error) {
        return out -> {
            out.writeStartObject();
            out.writeNumberField("code", error.code());
            out.writeStringField("name", error.name());
            out.writeStringField("message", error.message());
            if (error.details() != null) {
                out.writeFieldName("details");
                if (error.details() instanceof TypedDetails typed) {
                    typed.write(out);
                } else {
                    details.writeValue(out, error.details());
                }
            }
            out.writeEndObject();
        };
    }
}
