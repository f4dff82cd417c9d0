package io.github.centrifugorpc.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.internal.http.HttpEngine.HttpListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Peers that are slow, many or gone. */
class NettyEngineTest {

    private final NettyEngine engine =
            new NettyEngine(new HttpLimits(3, 1000, Duration.ofMillis(400), Duration.ofMillis(800)));
    private final LinkedBlockingQueue<HttpExchange> exchanges = new LinkedBlockingQueue<>();
    private final HttpListener listener;

    NettyEngineTest() throws IOException {
        listener = engine.listen(InetSocketAddress.createUnresolved("127.0.0.1", 0), exchanges::add);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void marksRequestsThatDoNotArriveInTime() throws Exception {
        try (var socket = connect()) {
            write(socket, "POST /x HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc");

            var exchange = next();
            assertThat(exchange.fault()).contains(HttpExchange.Fault.TOO_SLOW);
            exchange.respond(new HttpAnswer(408, out -> out.write('!')));
            assertThat(readAll(socket))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("connection: close")
                    .endsWith("!");
        }
    }

    @Test
    void closesConnectionsThatNeverFinishTheirHead() throws Exception {
        try (var socket = connect()) {
            write(socket, "POST /x HTTP/1.1\r\nHos");

            assertThat(readAll(socket)).isEmpty();
        }
    }

    @Test
    void closesConnectionsThatAreIdleForLong() throws Exception {
        try (var socket = connect()) {
            write(socket, "GET /x HTTP/1.1\r\n\r\n");
            next().respond(new HttpAnswer(200, out -> out.write('!')));

            assertThat(readAll(socket)).startsWith("HTTP/1.1 200 ").endsWith("!");
        }
    }

    @Test
    void waitsForHandlersThatTakeTheirTime() throws Exception {
        try (var socket = connect()) {
            write(socket, "GET /x HTTP/1.1\r\nConnection: close\r\n\r\n");
            var exchange = next();
            // Longer than a request or an idle connection may take.
            var unused = engine.timer()
                    .after(Duration.ofMillis(1500), () -> exchange.respond(new HttpAnswer(200, out -> out.write('!'))));

            assertThat(readAll(socket)).startsWith("HTTP/1.1 200 ").endsWith("!");
        }
    }

    @Test
    void closesConnectionsBeyondTheLimit() throws Exception {
        try (var first = connect();
                var second = connect();
                var third = connect()) {
            for (var socket : new Socket[] {first, second, third}) {
                write(socket, "GET /x HTTP/1.1\r\n\r\n");
                assertThat(next()).isNotNull();
            }
            try (var fourth = connect()) {
                assertThat(endsWithoutAnswer(fourth)).isTrue();
            }
        }
    }

    @Test
    void asksForBodiesOnlyWhereItWantsThem() throws Exception {
        try (var small = connect();
                var large = connect()) {
            write(small, "POST /x HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\nConnection: close\r\n\r\n");
            assertThat(small.getInputStream().readNBytes(25)).asString().isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            write(small, "abc");
            var exchange = next();
            assertThat(exchange.body()).asString().isEqualTo("abc");
            exchange.respond(new HttpAnswer(200, out -> out.write('!')));
            assertThat(readAll(small)).startsWith("HTTP/1.1 200 ");

            write(large, "POST /x HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1001\r\n\r\n");
            var refused = next();
            assertThat(refused.fault()).contains(HttpExchange.Fault.TOO_LARGE);
            refused.respond(new HttpAnswer(413, out -> out.write('!')));
            assertThat(readAll(large)).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void sendsTheFirstAnswerOnly() throws Exception {
        try (var socket = connect()) {
            write(socket, "GET /x HTTP/1.1\r\nConnection: close\r\n\r\n");
            var exchange = next();
            exchange.respond(new HttpAnswer(200, Map.of("X-Order", "first"), out -> out.write('1')));
            exchange.respond(new HttpAnswer(200, out -> out.write('2')));

            assertThat(readAll(socket)).contains("X-Order: first").endsWith("1");
        }
    }

    @Test
    void tellsClientsWhenTheOtherSideIsGoneOrSlow() throws Exception {
        var gone = engine.origin(
                URI.create("http://127.0.0.1:" + listener.address().getPort()));
        var slow = gone.post("/x", Map.of(), out -> out.write('{'), Duration.ofMillis(200));

        assertThat(next()).isNotNull();
        assertThat(failure(slow.toCompletableFuture()))
                .isEqualTo(
                        "http://127.0.0.1:" + listener.address().getPort() + " did not answer within the time limit");

        listener.stopAccepting();
        assertThat(failure(gone.post("/x", Map.of(), out -> out.write('{'), Duration.ofSeconds(5))
                        .toCompletableFuture()))
                .contains("cannot be reached: ");
    }

    @Test
    void usesAConnectionAgain() throws Exception {
        var origin = engine.origin(
                URI.create("http://127.0.0.1:" + listener.address().getPort()));
        for (int i = 0; i < 10; i++) {
            var reply = origin.post("/x", Map.of("X-API-Key", "k"), out -> out.write('{'), Duration.ofSeconds(5));
            var exchange = next();
            assertThat(exchange.header("x-api-key")).isEqualTo("k");
            exchange.respond(new HttpAnswer(200, out -> out.write('}')));
            assertThat(reply.toCompletableFuture().get(10, TimeUnit.SECONDS).body())
                    .asString()
                    .isEqualTo("}");
        }
        // Three is the limit here: ten connections would have failed.
    }

    private static String failure(CompletableFuture<?> future) throws Exception {
        try {
            future.get(10, TimeUnit.SECONDS);
            throw new AssertionError("it succeeded");
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(IOException.class);
            return String.valueOf(e.getMessage()).replaceFirst("^[^:]+: ", "");
        }
    }

    private HttpExchange next() throws InterruptedException {
        var exchange = exchanges.poll(10, TimeUnit.SECONDS);
        if (exchange == null) {
            throw new AssertionError("no request came within 10 s");
        }
        return exchange;
    }

    private Socket connect() throws IOException {
        var socket =
                new Socket(InetAddress.getLoopbackAddress(), listener.address().getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String readAll(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private static boolean endsWithoutAnswer(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }
}
