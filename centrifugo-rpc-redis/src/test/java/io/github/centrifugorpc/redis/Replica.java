package io.github.centrifugorpc.redis;

import io.github.centrifugorpc.server.CentrifugoConfig;
import io.github.centrifugorpc.server.RpcServer;
import io.github.centrifugorpc.server.spi.OnceStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One of several servers behind one Centrifugo, asked as Centrifugo's rpc proxy asks. */
final class Replica implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final LedgerHandlers handlers;
    private final RpcServer server;

    Replica(String redisUri, OnceStore store) {
        handlers = new LedgerHandlers(redisUri);
        server = RpcServer.builder()
                .config(config())
                .handlers(handlers)
                .onceStore(store)
                .drainLimit(Duration.ofSeconds(20))
                .build()
                .start();
    }

    static CentrifugoConfig config() {
        return CentrifugoConfig.builder()
                .centrifugoApiUrl("http://127.0.0.1:1/api")
                .centrifugoApiKey("not asked for")
                .proxySecret("the-proxy-secret")
                .listen("127.0.0.1:0")
                .build();
    }

    int port() {
        return server.address().getPort();
    }

    /** One sending of a call. */
    record Request(String user, String id, String method, int attempt, int steps) {

        Request(String user, String id, String method, int attempt) {
            this(user, id, method, attempt, 0);
        }

        String call() {
            return user + "/" + id;
        }

        /** Sends it to the replica at a port; answers what the client would get. */
        String sendTo(int port) throws IOException, InterruptedException {
            var body = """
                    {"client":"c1","transport":"websocket","protocol":"json","encoding":"json","user":"%s","method":"%s",\
                    "data":{"$rpc":1,"correlation_id":"%s","attempt":%d,"age_ms":%d,"params":{"text":"%s","steps":%d}}}\
                    """.formatted(user, method, id, attempt, attempt - 1, call(), steps);
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/centrifugo/rpc"))
                                    .timeout(Duration.ofSeconds(60))
                                    .header("Content-Type", "application/json")
                                    .header("X-Centrifugo-Proxy-Secret", "the-proxy-secret")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    @Override
    public void close() {
        server.close();
        handlers.close();
    }
}
