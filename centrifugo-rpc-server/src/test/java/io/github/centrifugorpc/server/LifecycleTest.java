package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Starting, listing, stopping. */
class LifecycleTest {

    @Test
    void listsItsMethods() {
        try (var server = new TestServer()) {
            var methods = server.server.router().methods();

            assertThat(methods)
                    .extracting(Router.Method::name)
                    .containsExactly(
                            "tasks.clear",
                            "tasks.count",
                            "tasks.fail",
                            "tasks.find",
                            "tasks.get_stats",
                            "tasks.inline",
                            "tasks.later",
                            "tasks.note",
                            "tasks.notify",
                            "tasks.public",
                            "tasks.slow",
                            "tasks.wait",
                            "tasks.who");
            assertThat(server.server.router().method("tasks.slow"))
                    .contains(new Router.Method(
                            "tasks.slow",
                            "io.github.centrifugorpc.server.TaskHandlers.slow",
                            Duration.ofSeconds(1),
                            false,
                            false,
                            false,
                            false));
            assertThat(server.server
                            .router()
                            .method("tasks.public")
                            .orElseThrow()
                            .anonymous())
                    .isTrue();
            assertThat(server.server.router().method("tasks.nope")).isEmpty();
        }
    }

    @Test
    void bindsNothingWhereItIsSwitchedOff() {
        try (var server = RpcServer.builder()
                .config(CentrifugoConfig.builder().enabled(false).build())
                .handlers(new TaskHandlers())
                .build()
                .start()) {
            assertThat(server.router().methods()).hasSize(13);
            assertThatThrownBy(server::address)
                    .hasMessage("The server does not listen: it was not started, or is switched off.");
        }
    }

    @Test
    void startsOnlyOnceAndClosesAsOftenAsAsked() {
        try (var server = new TestServer()) {
            assertThatThrownBy(server.server::start)
                    .hasMessage("This server has been started already. Build another one.");
            server.server.close();
            server.server.close();
        }
    }

    @Test
    void saysWhoHoldsUpTheStart() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var server = RpcServer.builder()
                    .config(CentrifugoConfig.builder()
                            .centrifugoApiUrl("http://localhost:8000")
                            .centrifugoApiKey("k")
                            .proxySecret("s")
                            .listen("127.0.0.1:" + taken.getLocalPort())
                            .build())
                    .handlers(new TaskHandlers())
                    .build();

            assertThatThrownBy(server::start)
                    .isInstanceOf(RpcStartupException.class)
                    .hasMessage("""
                            The RPC server cannot start: 1 problem.
                            [CRPC-502] Listening on 127.0.0.1:%d failed: Address already in use.
                              Fix: stop what uses the port, or set listen (CENTRIFUGO_LISTEN) or wrapperUrl (CENTRIFUGO_WRAPPER_URL) to another one.""".formatted(taken.getLocalPort()));
        }
    }

    @Test
    void finishesRunningCallsBeforeItStops() throws Exception {
        try (var server = new TestServer()) {
            var running = CompletableFuture.supplyAsync(() -> server.rpc("42", "tasks.wait", "{}"));
            server.publish("42", "{\"correlation_id\":\"a\",\"method\":\"tasks.wait\"}");
            assertThat(server.tasks.seen.poll(10, TimeUnit.SECONDS)).isEqualTo("waiting");
            assertThat(server.tasks.seen.poll(10, TimeUnit.SECONDS)).isEqualTo("waiting");
            int port = server.server.address().getPort();

            var closing = CompletableFuture.runAsync(server.server::close);
            awaitRefusal(port);
            server.tasks.gate.countDown();
            closing.get(10, TimeUnit.SECONDS);

            assertThat(running.get(10, TimeUnit.SECONDS)).hasToString("\"done\"");
            assertThat(server.centrifugo.nextPublished().path("data"))
                    .hasToString("{\"correlation_id\":\"a\",\"result\":\"done\"}");
        }
    }

    @Test
    void answersTheRestWhenItsPatienceEnds() throws Exception {
        try (var server = new TestServer(builder -> builder.drainLimit(Duration.ofMillis(100)))) {
            var running = CompletableFuture.supplyAsync(
                    () -> server.rpc("42", "tasks.wait", "{\"$rpc\":1,\"correlation_id\":\"a\"}"));
            assertThat(server.tasks.seen.poll(10, TimeUnit.SECONDS)).isEqualTo("waiting");

            server.server.close();

            assertThat(running.get(10, TimeUnit.SECONDS))
                    .hasToString(
                            "{\"correlation_id\":\"a\",\"error\":{\"code\":410,\"name\":\"outcome_unknown\",\"message\":\""
                                    + "tasks.wait: the server stopped while it was running. Look whether it happened before you call"
                                    + " again.\"}}");
        }
    }

    @Test
    void refusesCallsOnKeptConnectionsWhileItStops() throws Exception {
        try (var server = new TestServer();
                var socket = new Socket(
                        InetAddress.getLoopbackAddress(),
                        server.server.address().getPort())) {
            socket.setSoTimeout(20_000);
            var body = TestServer.rpcBody("42", "tasks.clear", "{}");
            var head =
                    "POST /centrifugo/rpc HTTP/1.1\r\nHost: x\r\nX-Centrifugo-Proxy-Secret: " + TestServer.PROXY_SECRET
                            + "\r\nExpect: 100-continue\r\nContent-Length: " + body.length() + "\r\n\r\n";
            var running = CompletableFuture.supplyAsync(() -> server.rpc("42", "tasks.wait", "{}"));
            assertThat(server.tasks.seen.poll(10, TimeUnit.SECONDS)).isEqualTo("waiting");
            // Half a request keeps the connection from being idle when the stop begins.
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(25)).asString().isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            int port = server.server.address().getPort();
            var closing = CompletableFuture.runAsync(server.server::close);
            awaitRefusal(port);

            socket.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).containsIgnoringCase("connection: close");
            assertThat(answer)
                    .endsWith("{\"error\":{\"code\":503,\"message\":\"The server is shutting down. Try again in a"
                            + " moment.\",\"temporary\":true}}");
            server.tasks.gate.countDown();
            closing.get(10, TimeUnit.SECONDS);
            running.get(10, TimeUnit.SECONDS);
        }
    }

    private static void awaitRefusal(int port) {
        long endNanos = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < endNanos) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
            } catch (ConnectException e) {
                return;
            } catch (SocketException e) {
                // Reset: it stood in the queue of the port that is being closed.
                Thread.onSpinWait();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("the server still accepts connections");
    }
}
