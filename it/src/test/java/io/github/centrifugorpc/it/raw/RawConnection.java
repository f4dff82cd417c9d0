package io.github.centrifugorpc.it.raw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One WebSocket to Centrifugo that sends commands and hands out replies and pushes as they arrived. */
public final class RawConnection implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
    private final BlockingQueue<JsonNode> pushes = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private RawConnection(URI url) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(LIMIT)
                .buildAsync(url, new Frames())
                .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Opens a WebSocket and sends the connect command with the given token. */
    public static RawConnection open(URI url, String token) {
        RawConnection connection = new RawConnection(url);
        connection.command("connect", JSON.createObjectNode().put("token", token));
        return connection;
    }

    /** Sends one command and returns Centrifugo's whole reply, be it a result or an error. */
    public JsonNode command(String name, JsonNode body) {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> reply = new CompletableFuture<>();
        pending.put(id, reply);
        ObjectNode frame = JSON.createObjectNode().put("id", id);
        frame.set(name, body);
        send(frame.toString());
        return reply.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Calls a method of the RPC proxy, or of Centrifugo itself. */
    public JsonNode rpc(String method, JsonNode data) {
        ObjectNode body = JSON.createObjectNode().put("method", method);
        body.set("data", data);
        return command("rpc", body);
    }

    /** The next push, a publication for one. */
    public JsonNode nextPush() throws InterruptedException {
        JsonNode push = pushes.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        if (push == null) {
            throw new IllegalStateException("nothing was pushed within " + LIMIT);
        }
        return push;
    }

    /** The WebSocket close code, once the other side closed. */
    public int closeCode() {
        return closed.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private void send(String text) {
        socket.sendText(text, true)
                .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private void received(String line) {
        JsonNode frame;
        try {
            frame = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        if (frame.isEmpty()) {
            CompletableFuture<WebSocket> unused = socket.sendText("{}", true).whenComplete((sent, problem) -> {
                if (problem != null) {
                    failPending(problem);
                }
            });
        } else if (frame.has("id")) {
            CompletableFuture<JsonNode> reply = pending.remove(frame.get("id").intValue());
            if (reply != null) {
                reply.complete(frame);
            }
        } else {
            pushes.add(frame);
        }
    }

    private void failPending(Throwable cause) {
        pending.values().forEach(reply -> reply.completeExceptionally(cause));
    }

    private final class Frames implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean isLast) {
            text.append(data);
            if (isLast) {
                String whole = text.toString();
                text.setLength(0);
                whole.lines().forEach(RawConnection.this::received);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            closed.complete(statusCode);
            failPending(new IllegalStateException("closed by Centrifugo: " + statusCode + " " + reason));
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.completeExceptionally(error);
            failPending(error);
        }
    }
}
