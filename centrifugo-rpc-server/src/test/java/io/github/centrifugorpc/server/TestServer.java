package io.github.centrifugorpc.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A real server on a free port with a fake Centrifugo behind it, and the requests that Centrifugo would send. */
final class TestServer implements AutoCloseable {

    static final String PROXY_SECRET = "the-proxy-secret";
    static final String WRAPPER_KEY = "the-wrapper-key";
    static final String TOKEN_SECRET = "0123456789abcdef0123456789abcdef";

    final FakeCentrifugo centrifugo = new FakeCentrifugo();
    final TaskHandlers tasks = new TaskHandlers();
    final RpcServer server;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final ObjectMapper json = new ObjectMapper();

    TestServer() {
        this(builder -> builder);
    }

    TestServer(UnaryOperator<RpcServer.Builder> change) {
        this(change, null);
    }

    /** A server that answers by one handler of its own. */
    static TestServer of(Object handler, ClassLoader contracts) {
        return new TestServer(builder -> builder.contracts(contracts), handler);
    }

    static TestServer of(Object handler, ClassLoader contracts, UnaryOperator<RpcServer.Builder> options) {
        return new TestServer(builder -> options.apply(builder.contracts(contracts)), handler);
    }

    private TestServer(UnaryOperator<RpcServer.Builder> change, @Nullable Object handler) {
        server = change.apply(RpcServer.builder().config(config().build()).handlers(handler == null ? tasks : handler))
                .build()
                .start();
    }

    CentrifugoConfig.Builder config() {
        return CentrifugoConfig.builder()
                .centrifugoApiUrl(centrifugo.url())
                .centrifugoApiKey(FakeCentrifugo.API_KEY)
                .centrifugoTokenHmacSecret(TOKEN_SECRET)
                .proxySecret(PROXY_SECRET)
                .wrapperApiKey(WRAPPER_KEY)
                .listen("127.0.0.1:0");
    }

    /** What Centrifugo answers to the client: the data of a result, or {@code {"error":…}}. */
    JsonNode rpc(String user, String method, String data) {
        var answer = proxy("rpc", rpcBody(user, method, data));
        return answer.has("result") ? answer.path("result").path("data") : answer;
    }

    static String rpcBody(String user, String method, String data) {
        return """
                {"client":"c1","transport":"websocket","protocol":"json","encoding":"json","user":"%s","method":"%s","data":%s}\
                """.formatted(user, method, data);
    }

    static String publishBody(String user, String channel, String data) {
        return """
                {"client":"c1","transport":"websocket","protocol":"json","encoding":"json","user":"%s","channel":"%s","data":%s}\
                """.formatted(user, channel, data);
    }

    /** What Centrifugo gets for a publication to the request channel. */
    JsonNode publish(String user, String data) {
        return proxy("publish", publishBody(user, "rpc.requests", data));
    }

    JsonNode proxy(String event, String body) {
        var response = send(request("/centrifugo/" + event).POST(HttpRequest.BodyPublishers.ofString(body)));
        if (response.statusCode() != 200) {
            throw new AssertionError("status " + response.statusCode() + ": " + response.body());
        }
        return tree(response.body());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("X-Centrifugo-Proxy-Secret", PROXY_SECRET);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    @Override
    public void close() {
        tasks.gate.countDown();
        server.close();
        centrifugo.close();
    }
}
