package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a clear error and the server goes on. */
class HostileInputTest {

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        assertThat(server.rpc("42", "tasks.get_stats", "{\"user_id\":\"1\"}")
                        .path("total")
                        .asInt())
                .as("the server still answers")
                .isEqualTo(2);
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                      | Malformed request: the body of a proxy request must be a JSON object.
                    null                                    | Malformed request: the body of a proxy request must be a JSON object.
                    []                                      | Malformed request: the body of a proxy request must be a JSON object.
                    nonsense                                | Malformed request: the body is not JSON (byte 0).
                    {"user":"42","method":"tasks.clear"     | Malformed request: the body is not JSON (byte 35).
                    {"user":"42","method":"tasks.clear"} {} | Malformed request: the body has something after its JSON value.
                    {"user":"42","data":{}}                 | Malformed request: the proxy request has no method.
                    {"user":42,"method":"tasks.clear"}      | Malformed request: user must be a string.
                    {"user":"42","method":["tasks.clear"]}  | Malformed request: method must be a string.
                    {"user":"42","user":"43","method":"tasks.clear"} | Malformed request: a member of the proxy request is given twice.
                    {"user":"42","method":"tasks.clear","data":{},"data":{}} | Malformed request: a member of the proxy request is given twice.
                    {"user":"42","method":"tasks.clear","b64data":"e30="} | Malformed request: the proxy sends b64data; set binary_encoding to false in Centrifugo's configuration.
                    """)
    void saysWhatIsMalformed(String body, String message) {
        var answer = server.proxy("rpc", body == null ? "" : body);

        assertThat(answer.path("error").path("code").asInt()).isEqualTo(400);
        assertThat(answer.path("error").path("message").asText()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rpc", "publish"})
    void refusesBytesThatAreNoText(String event) {
        var bytes = new byte[] {'{', '"', 'u', 's', 'e', 'r', '"', ':', '"', (byte) 0xc3, 0x28, (byte) 0xff, '"', '}'};

        var response =
                server.send(server.request("/centrifugo/" + event).POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(server.tree(response.body()).path("error").path("code").asInt())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void refusesDeepNesting(String opening) {
        var data = opening.repeat(100_000);

        for (var where : new String[] {data, "{\"$rpc\":1,\"correlation_id\":\"a\",\"params\":" + data}) {
            var answer = server.proxy("rpc", TestServer.rpcBody("42", "tasks.note", where));
            assertThat(answer)
                    .hasToString(
                            "{\"error\":{\"code\":400,\"message\":\"Malformed request: the JSON is nested too deep,"
                                    + " or has a number or a name that is too long.\"}}");
        }
    }

    @Test
    void refusesBodiesOfTenMegabytes() {
        var body = TestServer.rpcBody("42", "tasks.note", "{\"text\":\"" + "x".repeat(10 << 20) + "\"}");

        assertThat(server.proxy("rpc", body))
                .hasToString("{\"error\":{\"code\":413,\"message\":\"The request is larger than the server takes.\"}}");
        assertThat(server.proxy("publish", body).path("error").path("code").asInt())
                .isEqualTo(413);
    }

    @Test
    void refusesLargeBodiesOfUnknownLength() {
        var body = "x".repeat(3 << 20).getBytes(StandardCharsets.UTF_8);

        var response = server.send(server.request("/publish")
                .header("X-API-Key", TestServer.WRAPPER_KEY)
                .POST(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArray(body))));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body())
                .isEqualTo(
                        "{\"error\":{\"code\":413,\"name\":\"too_large\",\"message\":\"The request is larger than the"
                                + " server takes.\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "the-proxy-secre", "the-proxy-secret2", "THE-PROXY-SECRET"})
    void letsNobodyInWithoutTheSecret(String secret) {
        for (var event : new String[] {"rpc", "publish"}) {
            var request = HttpRequest.newBuilder(server.uri("/centrifugo/" + event))
                    .POST(HttpRequest.BodyPublishers.ofString(TestServer.rpcBody("42", "tasks.clear", "{}")));
            if (!secret.isEmpty()) {
                request.header("X-Centrifugo-Proxy-Secret", secret);
            }
            var response = server.send(request);

            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.body())
                    .isEqualTo("{\"error\":{\"code\":401,\"name\":\"unauthenticated\",\"message\":\"The header"
                            + " X-Centrifugo-Proxy-Secret is missing or wrong. Fix: set it as static header of the proxy"
                            + " in Centrifugo's configuration.\"}}");
        }
        assertThat(server.tasks.seen).isEmpty();
    }

    @Test
    void takesTwoSecretsWhileTheyAreRotated() {
        try (var rotating = new TestServer(builder -> builder.config(
                server.config().proxySecret("next," + TestServer.PROXY_SECRET).build()))) {
            assertThat(rotating.rpc("42", "tasks.clear", "{}").isNull()).isTrue();
            var response = rotating.send(HttpRequest.newBuilder(rotating.uri("/centrifugo/rpc"))
                    .header("X-Centrifugo-Proxy-Secret", "next")
                    .POST(HttpRequest.BodyPublishers.ofString(TestServer.rpcBody("42", "tasks.clear", "{}"))));
            assertThat(response.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void answersUnknownPathsAndMethodsInJson() {
        var unknown = server.send(server.request("/nothing?x=1").GET());
        var wrongMethod = server.send(server.request("/centrifugo/rpc").GET());
        var plainHttp = server.send(server.request("/rpc/tasks.clear").POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(unknown.body())
                .isEqualTo("{\"error\":{\"code\":404,\"name\":\"not_found\",\"message\":\"There is nothing at this"
                        + " path.\"}}");
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.headers().firstValue("Allow")).contains("POST");
        assertThat(wrongMethod.body())
                .isEqualTo("{\"error\":{\"code\":405,\"name\":\"method_not_allowed\",\"message\":\"This path answers to"
                        + " POST only.\"}}");
        assertThat(plainHttp.statusCode()).isEqualTo(404);
    }

    @Test
    void answersWhatIsNotHttp() throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), server.server.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("\u0016\u0003\u0001 nonsense\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400 Bad Request\r\n");
            assertThat(answer)
                    .endsWith("{\"error\":{\"code\":400,\"name\":\"bad_request\",\"message\":\"The HTTP request is"
                            + " malformed.\"}}");
        }
    }

    @Test
    void answersPipelinedRequestsInOrder() throws IOException {
        int requests = 2_000;
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), server.server.address().getPort())) {
            socket.setSoTimeout(20_000);
            var writer = new Thread(() -> {
                try {
                    for (int i = 0; i < requests; i++) {
                        var last = i == requests - 1 ? "Connection: close\r\n" : "";
                        socket.getOutputStream()
                                .write(("GET /" + (i % 2 == 0 ? "nothing" : "health") + " HTTP/1.1\r\nHost: x\r\n"
                                                + last + "\r\n")
                                        .getBytes(StandardCharsets.US_ASCII));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            writer.start();
            var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            var statuses = Arrays.stream(answers.split("HTTP/1.1 "))
                    .skip(1)
                    .map(answer -> answer.substring(0, 3))
                    .toList();
            assertThat(statuses).hasSize(requests);
            for (int i = 0; i < requests; i++) {
                assertThat(statuses.get(i)).isEqualTo(i % 2 == 0 ? "404" : "401");
            }
        }
    }

    @Test
    void shortensWhatWasSentAndKeepsItOnOneLine() {
        var reply =
                server.rpc("42", "tasks.get_stats", "{\"user_id\":[\"\\u0000\\n\\u202e" + "x".repeat(1000) + "\"]}");
        var unknown = server.rpc("42", "\\u0000\\n\\u202e" + "x".repeat(1000), "{}");

        assertThat(reply.path("error").path("message").asText())
                .isEqualTo("tasks.get_stats: the params do not fit: $.user_id must be a string, but was an array.");
        assertThat(unknown.path("error").path("message").asText())
                .isEqualTo("There is no method \"???" + "x".repeat(37) + "…\".");
    }

    @Test
    void listsAHundredViolationsAndCountsTheRest() {
        var tags = "[" + "1,".repeat(499) + "1]";

        var reply = server.rpc(
                "42",
                "tasks.note",
                "{\"$rpc\":1,\"correlation_id\":\"a\",\"params\":{\"text\":\"t\",\"tags\":" + tags + "}}");

        var details = reply.path("error").path("details");
        assertThat(details).hasSize(101);
        assertThat(details.get(100))
                .hasToString("{\"path\":\"$\",\"message\":\"has 400 more violations that are not listed\"}");
    }

    @Test
    void refusesDuplicateMembersOfParams() {
        HttpResponse<String> response = server.send(server.request("/centrifugo/rpc")
                .POST(HttpRequest.BodyPublishers.ofString(
                        TestServer.rpcBody("42", "tasks.get_stats", "{\"user_id\":\"1\",\"user_id\":\"2\"}"))));

        assertThat(response.body())
                .isEqualTo("{\"error\":{\"code\":422,\"message\":\"tasks.get_stats: the params do not fit: $.user_id is"
                        + " given twice.\"}}");
    }
}
