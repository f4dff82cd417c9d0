package io.github.centrifugorpc.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.centrifugorpc.it.container.FreePort;
import io.github.centrifugorpc.it.container.ItFolder;
import io.github.centrifugorpc.it.container.Layout;
import io.github.centrifugorpc.it.raw.ProxyCalls;
import io.github.centrifugorpc.it.scenario.ScenarioServer;
import io.github.centrifugorpc.it.wire.LibraryVectors;
import io.github.centrifugorpc.it.wire.WireVector;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
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

    private final int port = FreePort.find();
    private final ScenarioServer server = new ScenarioServer(Layout.PLAIN, port, NOBODY_LISTENS);
    private final ProxyCalls calls = new ProxyCalls(port);

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
        return tests(WireVector.in(ItFolder.resolve("corpus/wire")));
    }

    @TestFactory
    Stream<DynamicTest> everyModelOfALibrary() throws IOException, InterruptedException {
        return tests(LibraryVectors.from(calls));
    }

    private Stream<DynamicTest> tests(List<WireVector> vectors) {
        return vectors.stream().map(vector -> dynamicTest(vector.name(), () -> check(vector)));
    }

    private void check(WireVector vector) throws IOException, InterruptedException {
        String body = calls.answer(vector.method(), vector.json());
        JsonNode reply = JSON.readTree(body).at("/result/data");
        if (vector.refused().isEmpty()) {
            assertThat(reply.has("result")).as("%s\n%s", body, server.log()).isTrue();
            assertThat(vector.differenceOfResult(ProxyCalls.result(body))).isEmpty();
            return;
        }
        assertThat(reply.at("/error/code").intValue()).as("%s", body).isEqualTo(422);
        List<String> violations = new ArrayList<>();
        reply.at("/error/details")
                .forEach(violation -> violations.add(violation.path("path").asText() + " "
                        + violation.path("message").asText()));
        assertThat(violations).containsExactlyElementsOf(vector.refused());
    }
}
