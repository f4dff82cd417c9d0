package io.github.centrifugorpc.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.centrifugorpc.contract.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A server with handlers of its own and a contract that is written down in the test. */
final class EchoServer implements AutoCloseable {

    private final TestServer server;
    private final AtomicInteger users = new AtomicInteger();

    /**
     * Starts it.
     *
     * @param contract {@code "name: params -> result"} for each method, where a side is a reference to a type or empty
     * @param types declarations, parted by commas
     */
    EchoServer(Object handler, Path folder, List<String> contract, String types) {
        this(handler, folder, contract, types, builder -> builder);
    }

    EchoServer(
            Object handler,
            Path folder,
            List<String> contract,
            String types,
            UnaryOperator<RpcServer.Builder> options) {
        var loader = contract(folder, contract, types);
        server = TestServer.of(handler, loader, options);
    }

    /** Where a contract of these methods and types is found. */
    static ClassLoader contract(Path folder, List<String> contract, String types) {
        var methods = new ArrayList<String>();
        for (var line : contract) {
            var name = line.substring(0, line.indexOf(':'));
            var arrow = line.indexOf("->");
            var params = line.substring(name.length() + 1, arrow).strip();
            var result = line.substring(arrow + 2).strip();
            methods.add("{\"name\":\"" + name + "\",\"handler\":\"x\",\"javaMethod\":\"x\""
                    + (params.isEmpty() ? "" : ",\"params\":" + params)
                    + (result.isEmpty() ? "" : ",\"result\":" + result) + "}");
        }
        var json = "{\"format\":1,\"title\":\"t\",\"layout\":\"plain\",\"naming\":\"snake_case\",\"longs\":\"number\","
                + "\"methods\":[" + String.join(",", methods) + "],\"types\":[" + types + "]}";
        var file = folder.resolve(ContractJson.RESOURCE);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, json);
            return new URLClassLoader(new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The result as JSON text, or each violation on a line of its own, or code and message of another error. */
    String call(String method, String params) {
        var reply = server.rpc(nextUser(), method, "{\"$rpc\":1,\"correlation_id\":\"a\",\"params\":" + params + "}");
        if (!reply.path("error").isObject()) {
            return reply.path("result").toString();
        }
        var error = reply.path("error");
        if (!error.path("details").isArray()) {
            return error.path("code").asText() + " " + error.path("message").asText();
        }
        var lines = new ArrayList<String>();
        for (JsonNode violation : error.path("details")) {
            lines.add(violation.path("path").asText() + " "
                    + violation.path("message").asText());
        }
        return String.join("\n", lines);
    }

    /** The whole reply, byte for byte. */
    String reply(String method, String params) {
        var body = TestServer.rpcBody(
                nextUser(), method, "{\"$rpc\":1,\"correlation_id\":\"a\",\"params\":" + params + "}");
        return server.send(server.request("/centrifugo/rpc").POST(HttpRequest.BodyPublishers.ofString(body)))
                .body();
    }

    /** Another one each time, as the id of all calls is the same. */
    private String nextUser() {
        return "u" + users.incrementAndGet();
    }

    /** The result, byte for byte. */
    String result(String method, String params) {
        var reply = reply(method, params);
        var start = "{\"result\":{\"data\":{\"correlation_id\":\"a\",\"result\":";
        if (!reply.startsWith(start)) {
            throw new AssertionError(reply);
        }
        return reply.substring(start.length(), reply.length() - 3);
    }

    @Override
    public void close() {
        server.close();
    }
}
