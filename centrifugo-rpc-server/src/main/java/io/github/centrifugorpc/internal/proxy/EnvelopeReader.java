package io.github.centrifugorpc.internal.proxy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.centrifugorpc.internal.check.ParamsChecker.CheckedParams;
import io.github.centrifugorpc.internal.registry.HandlerMethod;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.wire.Attempt;
import io.github.centrifugorpc.internal.wire.CorrelationId;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one envelope (wire W2). Params are checked while they are read where the method is known by then, as writers
 * see to, and read a second time otherwise.
 */
final class EnvelopeReader {

    /** Of the envelope itself, so that no sum of times overflows. */
    private static final long LONGEST_MS = 1L << 40;

    private static final int VERSION = 1;

    private final MethodTable methods;
    private final RawJson source;
    private final Set<String> seen = new HashSet<>();
    private @Nullable HandlerMethod method;

    private @Nullable String correlationId;
    private @Nullable String methodName;
    private @Nullable CheckedParams params;
    private @Nullable RawJson rawParams;
    private @Nullable String replyTo;
    private Optional<Duration> timeLeft = Optional.empty();
    private int attempt = 1;
    private Duration age = Duration.ZERO;
    private boolean isNoReply;
    private boolean isCancel;
    private Optional<String> fault = Optional.empty();

    /**
     * A reader for one envelope.
     *
     * @param source what the parser reads that the envelope is read from
     * @param target the method that Centrifugo names; null where only the envelope does
     */
    EnvelopeReader(MethodTable methods, RawJson source, @Nullable String target) {
        this.methods = methods;
        this.source = source;
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
        if (isCancel && (seen.contains("method") || seen.contains("params"))) {
            fault("a message with cancel has neither method nor params");
        }
        if (params == null && method != null) {
            params = rawParams == null ? method.checker().none() : check(method, rawParams);
        }
        return new Envelope(
                false,
                correlationId,
                methodName,
                params,
                rawParams,
                replyTo,
                timeLeft,
                attempt == 1 && age.isZero() ? Attempt.FIRST : new Attempt(attempt, age),
                isNoReply,
                isCancel,
                fault);
    }

    private CheckedParams check(HandlerMethod method, RawJson params) throws IOException {
        try (var in = params.parser(methods.json())) {
            in.nextToken();
            return method.checker().check(in);
        }
    }

    private void member(String name, JsonParser in) throws IOException {
        switch (name) {
            case "$rpc",
                    "correlation_id",
                    "method",
                    "params",
                    "reply_to",
                    "timeout_ms",
                    "no_reply",
                    "attempt",
                    "age_ms",
                    "cancel" -> {
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
            case "timeout_ms" -> timeLeft = milliseconds(name, in);
            case "age_ms" -> age = milliseconds(name, in).orElse(Duration.ZERO);
            case "attempt" -> attempt(in);
            case "cancel" -> isCancel = flag(name, in);
            default -> isNoReply = flag(name, in);
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
        if (method == null) {
            rawParams = source.skip(in);
            return;
        }
        int start = source.startOfToken(in);
        params = method.checker().check(in);
        rawParams = source.upTo(in, start);
    }

    private Optional<Duration> milliseconds(String name, JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        if (isWhole(in) && in.getLongValue() >= 0 && in.getLongValue() <= LONGEST_MS) {
            return Optional.of(Duration.ofMillis(in.getLongValue()));
        }
        fault(name + " must be a whole number of milliseconds, 0 or more");
        in.skipChildren();
        return Optional.empty();
    }

    private void attempt(JsonParser in) throws IOException {
        if (isWhole(in) && in.getLongValue() >= 1 && in.getLongValue() <= Integer.MAX_VALUE) {
            attempt = in.getIntValue();
        } else if (in.currentToken() != JsonToken.VALUE_NULL) {
            fault("attempt must be a whole number, 1 or more");
            in.skipChildren();
        }
    }

    /** Whether the current value is a number that fits a long. */
    private static boolean isWhole(JsonParser in) throws IOException {
        return in.currentToken() == JsonToken.VALUE_NUMBER_INT
                && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    }

    private boolean flag(String name, JsonParser in) throws IOException {
        if (in.currentToken().isBoolean()) {
            return in.getBooleanValue();
        }
        if (in.currentToken() != JsonToken.VALUE_NULL) {
            fault(name + " must be true or false");
            in.skipChildren();
        }
        return false;
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
