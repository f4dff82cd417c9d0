package io.github.centrifugorpc.server.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.centrifugorpc.RpcException;
import io.github.centrifugorpc.internal.endpoint.RpcEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who calls. What the methods that start with {@code with} change is the copy that they return.
 *
 * <p>Params are a {@link Map} with wire names, a value of the handler's own class, or null for none. Errors, those that the
 * server itself answers with among them, are thrown as {@link RpcException} with the code, name, message and details that
 * a client sees; details are maps, lists and scalars.
 */
public final class TestCaller {

    /** Longer than any method may take, so that only a bug can make it pass. */
    private static final Duration MOST_WAIT = Duration.ofMinutes(6);

    /** Reads whole numbers as the numbers that tests write down. */
    private static final ObjectMapper PLAIN = new ObjectMapper();

    private final RpcEndpoint endpoint;
    private final ObjectMapper json;
    private final String userId;
    private final Map<String, Object> meta;
    private final @Nullable String correlationId;
    private final int attempt;
    private final @Nullable Duration timeout;

    TestCaller(RpcEndpoint endpoint, ObjectMapper json, String userId) {
        this(endpoint, json, userId, Map.of(), null, 1, null);
    }

    private TestCaller(
            RpcEndpoint endpoint,
            ObjectMapper json,
            String userId,
            Map<String, Object> meta,
            @Nullable String correlationId,
            int attempt,
            @Nullable Duration timeout) {
        this.endpoint = endpoint;
        this.json = json;
        this.userId = userId;
        this.meta = meta;
        this.correlationId = correlationId;
        this.attempt = attempt;
        this.timeout = timeout;
    }

    /** The {@code meta} of the caller's token, which handlers get from the context. */
    public TestCaller withMeta(Map<String, Object> meta) {
        return new TestCaller(endpoint, json, userId, Map.copyOf(meta), correlationId, attempt, timeout);
    }

    /** How long the caller waits; by default as long as the method may take. */
    public TestCaller withTimeout(Duration timeout) {
        return new TestCaller(endpoint, json, userId, meta, correlationId, attempt, timeout);
    }

    /** The id of the calls to come, which otherwise have one each. What is called twice by one id is run once. */
    public TestCaller withCorrelationId(String correlationId) {
        return new TestCaller(endpoint, json, userId, meta, correlationId, attempt, timeout);
    }

    /** Which sending of its call the next one is, from 1. */
    public TestCaller withAttempt(int attempt) {
        return new TestCaller(endpoint, json, userId, meta, correlationId, attempt, timeout);
    }

    /** Calls a method without params. */
    public @Nullable Object call(String method) {
        return call(method, null);
    }

    /** Calls a method and returns its result as maps, lists and scalars; null where it has none. */
    public @Nullable Object call(String method, @Nullable Object params) {
        return PLAIN.convertValue(result(method, params), Object.class);
    }

    /**
     * Calls a method that has a result.
     *
     * @throws IllegalArgumentException if the result is null, or is not of that type
     */
    public <T> T call(String method, @Nullable Object params, Class<T> type) {
        return typed(method, result(method, params), type);
    }

    /** Calls a method with params that are JSON, and returns its result as JSON: text for text what travels. */
    public String callJson(String method, String params) {
        try {
            return result(method, json.readTree(params)).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(method + ": the params are no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Calls a method and does not wait. Whoever cancels the future cancels the call, as a client does that gives up. An
     * {@link RpcException} is the cause of the future's exception.
     */
    public <T> CompletableFuture<T> callLater(String method, @Nullable Object params, Class<T> type) {
        var id = nextId();
        var result = send(method, envelope(id, params)).thenApply(reply -> typed(method, resultOf(reply), type));
        // Of no use to anybody but the call itself.
        var unused = result.whenComplete((value, thrown) -> {
            if (result.isCancelled()) {
                cancel(id);
            }
        });
        return result;
    }

    private JsonNode result(String method, @Nullable Object params) {
        var id = nextId();
        try {
            return resultOf(send(method, envelope(id, params)).get(MOST_WAIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            cancel(id);
            Thread.currentThread().interrupt();
            throw new RpcException(499, "cancelled", method + ": the calling thread was interrupted.");
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(method + ": there was no answer, which is a bug in this library.", e);
        }
    }

    private void cancel(String id) {
        endpoint.handle(exchange("system.cancel", Map.of("correlation_id", id)));
    }

    private String nextId() {
        return correlationId == null ? UUID.randomUUID().toString() : correlationId;
    }

    private Map<String, Object> envelope(String id, @Nullable Object params) {
        var envelope = new HashMap<String, Object>(Map.of("$rpc", 1, "correlation_id", id, "attempt", attempt));
        if (params != null) {
            envelope.put("params", params);
        }
        if (timeout != null) {
            envelope.put("timeout_ms", timeout.toMillis());
        }
        return envelope;
    }

    private CompletableFuture<JsonNode> send(String method, Map<String, Object> data) {
        var exchange = exchange(method, data);
        endpoint.handle(exchange);
        return exchange.answer().thenApply(this::tree);
    }

    /** What Centrifugo's proxy would send. */
    private InProcessExchange exchange(String method, Map<String, Object> data) {
        var request = Map.of("client", "test", "user", userId, "method", method, "data", data, "meta", meta);
        try {
            return new InProcessExchange(json.writeValueAsBytes(request));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(method + ": the params are no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private JsonNode tree(byte[] answer) {
        try {
            return json.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode resultOf(JsonNode answer) {
        var reply = answer.has("result") ? answer.path("result").path("data") : answer;
        var error = reply.path("error");
        if (error.isObject()) {
            throw new RpcException(
                    error.path("code").asInt(),
                    error.path("name").asText("bad_request"),
                    error.path("message").asText(),
                    PLAIN.convertValue(error.get("details"), Object.class));
        }
        return reply.path("result");
    }

    private <T> T typed(String method, JsonNode result, Class<T> type) {
        try {
            var value = json.treeToValue(result, type);
            if (value == null || result instanceof NullNode) {
                throw new IllegalArgumentException(method + ": the result is null and no " + type.getSimpleName()
                        + ". Fix: call it without a type.");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    method + ": the result is no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
