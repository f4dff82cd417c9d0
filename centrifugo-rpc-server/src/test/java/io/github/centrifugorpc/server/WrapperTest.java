package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.server.FakeCentrifugo.Failure;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other services of a company may do. */
class WrapperTest {

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void publishesWhatItIsGivenAsItIs() throws Exception {
        var response = publish(
                "{\"channel\":\"news\",\"data\":{\"n\":1.10,\"big\":123456789012345678901234567890,\"e\":1e400}}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"result\":{\"offset\":7,\"epoch\":\"e\"}}");
        var batch = server.centrifugo.batches.take();
        assertThat(batch.has("parallel")).isFalse();
        assertThat(server.centrifugo.nextPublished().path("channel").asText()).isEqualTo("news");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"channel":"rpc.requests","data":{}}                 | 403 | Only clients publish to the request channel.
                    {"channel":"user#42","data":{"correlation_id":"a"}}  | 403 | Data with a correlation_id would pass for a reply. Fix: name that member otherwise.
                    {"data":{"correlation_id":"a"},"channel":"user#42"}  | 403 | Data with a correlation_id would pass for a reply. Fix: name that member otherwise.
                    {"channel":"news"}                                   | 400 | "data" is missing.
                    {"data":1}                                           | 400 | "channel" must be 1 to 255 visible ASCII characters.
                    {"channel":"","data":1}                              | 400 | "channel" must be 1 to 255 visible ASCII characters.
                    {"channel":"a b","data":1}                           | 400 | "channel" must be 1 to 255 visible ASCII characters.
                    {"channel":7,"data":1}                               | 400 | "channel" must be a string.
                    {"channel":"a","channel":"b","data":1}               | 400 | "channel" is given twice.
                    {"channel":"a","data":1,"wait_for_ack":true}         | 400 | "wait_for_ack" is not known here; a publication has "channel" and "data".
                    []                                                   | 400 | The body must be a JSON object with channel and data.
                    {"channel":"a","data":1}x                            | 400 | The body is not JSON, or nested too deep.
                    {"channel":"a","data":1}{}                           | 400 | The body has something after its JSON object.
                    """)
    void refuses(String body, int status, String message) {
        var response = publish(body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(server.tree(response.body()).path("error").path("code").asInt())
                .isEqualTo(status);
        assertThat(server.tree(response.body()).path("error").path("message").asText())
                .isEqualTo(message);
        assertThat(server.centrifugo.published).isEmpty();
    }

    @Test
    void publishesOtherDataToUsers() throws Exception {
        assertThat(publish("{\"channel\":\"user#42\",\"data\":{\"hint\":\"correlation_id\"}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.centrifugo.nextPublished())
                .hasToString("{\"channel\":\"user#42\",\"data\":{\"hint\":\"correlation_id\"}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    UNAVAILABLE                | centrifugo_unreachable | Centrifugo could not be reached or did not answer. It may have published nevertheless.
                    DROPPED                    | centrifugo_unreachable | Centrifugo could not be reached or did not answer. It may have published nevertheless.
                    INTERNAL_INSIDE_200        | refused_by_centrifugo  | Centrifugo refused to publish, with its error 100 internal server error.
                    UNKNOWN_CHANNEL_INSIDE_200 | refused_by_centrifugo  | Centrifugo refused to publish, with its error 102 unknown channel.
                    """)
    void saysWhatCentrifugoDid(Failure failure, String name, String message) {
        server.centrifugo.failures.add(failure);

        var response = publish("{\"channel\":\"news\",\"data\":1}");

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body())
                .isEqualTo("{\"error\":{\"code\":502,\"name\":\"" + name + "\",\"message\":\"" + message + "\"}}");
    }

    @Test
    void asksForTheKey() {
        for (var request : new HttpRequest.Builder[] {
            server.request("/health").GET(),
            server.request("/health").header("X-API-Key", "wrong").GET(),
            server.request("/publish").POST(HttpRequest.BodyPublishers.ofString("{\"channel\":\"a\",\"data\":1}"))
        }) {
            var response = server.send(request);
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.body())
                    .isEqualTo(
                            "{\"error\":{\"code\":401,\"name\":\"unauthenticated\",\"message\":\"The header X-API-Key"
                                    + " is missing or wrong.\"}}");
        }
    }

    @Test
    void staysShutWithoutAKey() {
        try (var keyless = new TestServer(builder -> builder.config(CentrifugoConfig.builder()
                .centrifugoApiUrl("http://localhost:8000")
                .centrifugoApiKey("k")
                .proxySecret(TestServer.PROXY_SECRET)
                .listen("127.0.0.1:0")
                .build()))) {
            var response = keyless.send(
                    keyless.request("/health").header("X-API-Key", "any").GET());

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body())
                    .isEqualTo("{\"error\":{\"code\":503,\"name\":\"unavailable\",\"message\":\"This endpoint needs"
                            + " wrapperApiKey (CENTRIFUGO_WRAPPER_API_KEY), which is not set.\"}}");
            assertThat(keyless.rpc("42", "tasks.clear", "{}").isNull()).isTrue();
        }
    }

    @Test
    void tellsOfItsHealth() {
        var response = server.send(server.request("/health")
                .header("X-API-Key", TestServer.WRAPPER_KEY)
                .GET());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo(
                        "{\"status\":\"ok\",\"methods\":13,\"calls_in_flight\":0,\"late_results\":0,\"lost_replies\":0}");
    }

    private HttpResponse<String> publish(String body) {
        return server.send(server.request("/publish")
                .header("X-API-Key", TestServer.WRAPPER_KEY)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
