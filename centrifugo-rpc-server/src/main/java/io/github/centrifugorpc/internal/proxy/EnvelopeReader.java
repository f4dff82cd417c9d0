package io.github.centrifugorpc.internal.proxy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.centrifugorpc.internal.check.ParamsChecker.CheckedParams;
import io.github.centrifugorpc.internal.registry.HandlerMethod;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.wire.CorrelationId;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one envelope (wire W2). Params are checked while they are read where the method is known by then, as writers
 * see to, and put aside until it is known otherwise.
 */
final class EnvelopeReader {

    /** Of the envelope itself, so that a caller cannot ask for a time that overflows. */
    private static final long LONGEST_TIMEOUT_MS = 1L << 40;

    private static final int VERSION = 1;

    private final MethodTable methods;
    private final Set<String> seen = new HashSet<>();
    private @Nullable HandlerMethod method;

    private @Nullable String correlationId;
    private @Nullable String methodName;
    private @Nullable CheckedParams params;
    private @Nullable TokenBuffer paramsAside;
    private @Nullable String replyTo;
    private Optional<Duration> timeLeft = Optional.empty();
    private boolean isNoReply;
    private Optional<String> fault = Optional.empty();

    /**
     * A reader for one envelope.
     *
     * @param target the method that Centrifugo names; null where only the envelope does
     */
    EnvelopeReader(MethodTable methods, @Nullable String target) {
        this.methods = methods;
        this.method = target == null ? null : methods.find(target);
    }

    /** Reads on where the value of the first member is current. */
    Envelope readFrom(String firstName, JsonParser in) throws IOException {
        member(firstName, in);
        return read(in);
    }

    /** Reads members up to the end of the object whose start, or a member's end, is current. */
    Envelope read(JsonParser in) throws IOException {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            var name = in.currentName();
            in.nextToken();
            member(name, in);
        }
        return finish();
    }

    private Envelope finish() throws IOException {
        if (correlationId == null && fault.isEmpty()) {
            fault("correlation_id is missing");
        }
        if (paramsAside != null && method != null) {
            try (var in = paramsAside.asParser()) {
                in.nextToken();
                params = method.checker().check(in);
            }
        } else if (!seen.contains("params") && method != null) {
            params = method.checker().none();
        }
        return new Envelope(false, correlationId, methodName, params, replyTo, timeLeft, isNoReply, fault);
    }

    private void member(String name, JsonParser in) throws IOException {
        switch (name) {
            case "$rpc", "correlation_id", "method", "params", "reply_to", "timeout_ms", "no_reply" -> {
                if (!seen.add(name)) {
                    fault(name + " is given twice");
                    in.skipChildren();
                    return;
                }
            }
            default -> {
                in.skipChildren();
                return;
            }
        }
        switch (name) {
            case "$rpc" -> version(in);
            case "correlation_id" -> correlationId(in);
            case "method" -> method(in);
            case "params" -> params(in);
            case "reply_to" -> replyTo = textOrNull(name, in);
            case "timeout_ms" -> timeout(in);
            default -> noReply(in);
        }
    }

    private void version(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT
                || !in.getNumberType().equals(JsonParser.NumberType.INT)
                || in.getIntValue() != VERSION) {
            fault("$rpc must be " + VERSION + "; other versions are not known to this server");
            // Whatever follows may mean something else in that version, the correlation id included.
            correlationId = null;
            seen.add("correlation_id");
            in.skipChildren();
        }
    }

    private void correlationId(JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING && CorrelationId.isValid(in.getText())) {
            correlationId = in.getText();
        } else {
            fault("correlation_id must be a string of 1 to 64 of [A-Za-z0-9_-]");
            in.skipChildren();
        }
    }

    private void method(JsonParser in) throws IOException {
        methodName = textOrNull("method", in);
        if (methodName != null && method == null) {
            method = methods.find(methodName);
        }
    }

    private void params(JsonParser in) throws IOException {
        if (method != null) {
            params = method.checker().check(in);
        } else {
            paramsAside = new TokenBuffer(in).forceUseOfBigDecimal(true);
            paramsAside.copyCurrentStructure(in);
        }
    }

    private void timeout(JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (in.currentToken() == JsonToken.VALUE_NUMBER_INT
                && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                && in.getLongValue() >= 0
                && in.getLongValue() <= LONGEST_TIMEOUT_MS) {
            timeLeft = Optional.of(Duration.ofMillis(in.getLongValue()));
        } else {
            fault("timeout_ms must be a whole number of milliseconds, 0 or more");
            in.skipChildren();
        }
    }

    private void noReply(JsonParser in) throws IOException {
        if (in.currentToken().isBoolean()) {
            isNoReply = in.getBooleanValue();
        } else if (in.currentToken() != JsonToken.VALUE_NULL) {
            fault("no_reply must be true or false");
            in.skipChildren();
        }
    }

    private @Nullable String textOrNull(String name, JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            return in.getText();
        }
        if (in.currentToken() != JsonToken.VALUE_NULL) {
            fault(name + " must be a string");
            in.skipChildren();
        }
        return null;
    }

    private void fault(String message) {
        if (fault.isEmpty()) {
            fault = Optional.of(message);
        }
    }
}
