package io.github.centrifugorpc.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.centrifugorpc.it.container.CentrifugoContainer;
import io.github.centrifugorpc.it.container.FreePort;
import io.github.centrifugorpc.it.container.ItFolder;
import io.github.centrifugorpc.it.container.Layout;
import io.github.centrifugorpc.it.scenario.ScenarioServer;
import io.github.centrifugorpc.it.wire.WireVector;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every vector at the server, by the request that Centrifugo's RPC proxy makes, to the letter. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerVectorsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI NOBODY_LISTENS = URI.create("http://localhost:9");
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final int port = FreePort.find();
    private final ScenarioServer server = new ScenarioServer(Layout.PLAIN, port, NOBODY_LISTENS);
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    void start() {
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> everyVector() throws IOException {
        return WireVector.in(ItFolder.resolve("corpus/wire")).stream()
                .map(vector -> dynamicTest(vector.name(), () -> check(vector)));
    }

    private void check(WireVector vector) throws IOException, InterruptedException {
        String id = UUID.randomUUID().toString();
        String body = answer(vector, id);
        JsonNode reply = JSON.readTree(body).at("/result/data");
        if (vector.refused().isEmpty()) {
            assertThat(reply.has("result")).as("%s\n%s", body, server.log()).isTrue();
            // The text itself, because a tree of nodes forgets the sign of a zero.
            String result = body.substring(
                    ("{\"result\":{\"data\":{\"correlation_id\":\"" + id + "\",\"result\":").length(),
                    body.length() - "}}}".length());
            assertThat(vector.differenceOfResult(result)).isEmpty();
            return;
        }
        assertThat(reply.at("/error/code").intValue()).as("%s", body).isEqualTo(422);
        List<String> violations = new ArrayList<>();
        reply.at("/error/details")
                .forEach(violation -> violations.add(violation.path("path").asText() + " "
                        + violation.path("message").asText()));
        assertThat(violations).containsExactlyElementsOf(vector.refused());
    }

    private String answer(WireVector vector, String correlationId) throws IOException, InterruptedException {
        String body = "{\"client\":\"c\",\"user\":\"ada\",\"method\":\"" + vector.method()
                + "\",\"data\":{\"$rpc\":1,\"correlation_id\":\"" + correlationId + "\",\"params\":" + vector.json()
                + "}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/centrifugo/rpc"))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("X-Centrifugo-Proxy-Secret", CentrifugoContainer.PROXY_SECRET)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return response.body();
    }
}
