package io.github.centrifugorpc.it.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where drivers ask for events: {@code POST /control/<action>} with JSON, answered with JSON once the thing is done. */
public final class ControlEndpoint implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "/control/";

    private final Map<String, Action> actions;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** Something that a driver may ask for. */
    @FunctionalInterface
    public interface Action {
        /** Does it, and answers once it is done. */
        JsonNode run(JsonNode request) throws Exception;
    }

    /** Listens on a free port and offers the given actions. */
    public ControlEndpoint(Map<String, Action> actions) {
        this.actions = Map.copyOf(actions);
        try {
            server = HttpServer.create(new InetSocketAddress(0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PREFIX, this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** The endpoint's address as containers see it, without a slash at its end. */
    public String urlInContainers() {
        return "http://host.docker.internal:" + server.getAddress().getPort() + "/control";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(PREFIX.length());
            Action action = actions.get(name);
            if (action == null) {
                respond(exchange, 404, JSON.createObjectNode().put("error", "unknown action " + name));
                return;
            }
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            JsonNode response;
            try {
                response = action.run(request);
            } catch (Exception e) {
                respond(exchange, 500, JSON.createObjectNode().put("error", name + ": " + e));
                return;
            }
            respond(exchange, 200, response);
        }
    }

    private static void respond(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
