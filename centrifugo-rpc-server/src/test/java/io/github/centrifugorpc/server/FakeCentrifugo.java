package io.github.centrifugorpc.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Centrifugo's HTTP API over a real socket, for failures that the real one cannot be told to have. That both speak the
 * same language is proved by the tests in {@code it/}.
 */
final class FakeCentrifugo implements AutoCloseable {

    static final String API_KEY = "the-api-key";

    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** What has been published: {@code {"channel":…,"data":…}}. */
    final LinkedBlockingQueue<JsonNode> published = new LinkedBlockingQueue<>();

    /** Whole batches, as they came. */
    final LinkedBlockingQueue<JsonNode> batches = new LinkedBlockingQueue<>();

    /** How the next requests are answered instead of properly: a status, 0 to drop the connection, or an error code. */
    final Queue<Failure> failures = new ConcurrentLinkedQueue<>();

    enum Failure {
        UNAVAILABLE,
        DROPPED,
        UNAUTHORIZED,
        GARBAGE,
        INTERNAL_INSIDE_200,
        UNKNOWN_CHANNEL_INSIDE_200
    }

    FakeCentrifugo() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/api/batch", this::batch);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    JsonNode nextPublished() throws InterruptedException {
        var next = published.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was published within 10 s");
        }
        return next;
    }

    private void batch(HttpExchange exchange) throws IOException {
        var request = json.readTree(exchange.getRequestBody());
        var failure = failures.poll();
        if (failure == Failure.DROPPED) {
            exchange.close();
            return;
        }
        if (failure == Failure.UNAVAILABLE) {
            answer(exchange, 503, "");
            return;
        }
        if (failure == Failure.UNAUTHORIZED
                || !API_KEY.equals(exchange.getRequestHeaders().getFirst("X-API-Key"))) {
            answer(exchange, 401, "");
            return;
        }
        if (failure == Failure.GARBAGE) {
            answer(exchange, 200, "{\"replies\":[");
            return;
        }
        batches.add(request);
        var replies = json.createObjectNode();
        var list = replies.putArray("replies");
        for (var command : request.path("commands")) {
            reply(list, command.path("publish"), failure);
        }
        answer(exchange, 200, replies.toString());
    }

    private void reply(ArrayNode replies, JsonNode publish, Failure failure) {
        var reply = replies.addObject();
        if (failure == Failure.INTERNAL_INSIDE_200) {
            reply.putObject("error").put("code", 100).put("message", "internal server error");
        } else if (failure == Failure.UNKNOWN_CHANNEL_INSIDE_200) {
            reply.putObject("error").put("code", 102).put("message", "unknown channel");
        } else {
            published.add(publish);
            reply.putObject("publish").put("offset", 7).put("epoch", "e");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
