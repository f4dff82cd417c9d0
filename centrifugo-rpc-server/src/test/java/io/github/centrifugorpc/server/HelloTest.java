package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.centrifugorpc.WebsocketRpc;
import io.github.centrifugorpc.contract.ContractJson;
import io.github.centrifugorpc.contract.Fingerprints;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Client and server compare what they were built of (wire W8). */
class HelloTest {

    private static final String ACCEPTED = "{\"result\":{\"data\":{},\"skip_history\":true}}";
    private static final String OTHER_HASH = "0".repeat(64);

    @TempDir
    private Path folder;

    private final CallHandlers handlers = new CallHandlers();
    private TestServer server;
    private Fingerprints fingerprints;

    @BeforeEach
    void start() throws IOException {
        server = CallHandlers.serve(handlers, folder, builder -> builder);
        fingerprints = Fingerprints.of(
                ContractJson.read(Files.readString(folder.resolve(ContractJson.RESOURCE)), "contract.json"));
    }

    @AfterEach
    void stop() {
        handlers.gate.countDown();
        server.close();
    }

    @Test
    void saysThatTheContractsAreTheSame() {
        assertThat(server.rpc("42", "system.hello", "{\"contract_hash\":\"" + fingerprints.contractHash() + "\"}"))
                .hasToString(answer(true, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"contract_hash\":null,\"methods\":null}", "{\"unknown\":[{\"a\":1}]}"})
    void needsToBeToldNothing(String params) {
        assertThat(server.rpc("42", "system.hello", params)).hasToString(answer(false, ""));
    }

    @Test
    void namesTheMethodsThatAreMissingOrDiffer() throws IOException {
        var methods = new TreeMap<>(fingerprints.methods());
        methods.put("calls.run", "00000000");
        methods.put("calls.old", "00000000");
        methods.remove("calls.other");
        var params = "{\"contract_hash\":\"" + OTHER_HASH + "\",\"methods\":"
                + new ObjectMapper().writeValueAsString(methods) + "}";

        assertThat(server.rpc("42", "system.hello", params))
                .hasToString(answer(false, ",\"missing\":[\"calls.old\"],\"different\":[\"calls.run\"]"));
    }

    @Test
    void findsNothingToNameWhereTheServerHasMore() throws IOException {
        var methods = new TreeMap<>(fingerprints.methods());
        methods.remove("calls.other");
        var params = "{\"methods\":" + new ObjectMapper().writeValueAsString(methods) + "}";

        assertThat(server.rpc("42", "system.hello", params))
                .hasToString(answer(false, ",\"missing\":[],\"different\":[]"));
    }

    @Test
    void answersOnTheReplyChannel() throws InterruptedException {
        assertThat(server.publish("42", "{\"correlation_id\":\"a\",\"method\":\"system.hello\"}"))
                .hasToString(ACCEPTED);

        assertThat(server.centrifugo.nextPublished())
                .hasToString("{\"channel\":\"user#42\",\"data\":{\"correlation_id\":\"a\",\"result\":"
                        + answer(false, "") + "}}");
    }

    @Test
    void answersInAnEnvelope() {
        assertThat(server.rpc("42", "system.hello", "{\"$rpc\":1,\"correlation_id\":\"a\"}"))
                .hasToString("{\"correlation_id\":\"a\",\"result\":" + answer(false, "") + "}");
    }

    @Test
    void answersCallersWithoutAUser() {
        assertThat(server.rpc("", "system.hello", "{}")).hasToString(answer(false, ""));
        assertThat(server.rpc("", "system.ping", "{}")).hasToString("null");
    }

    @Test
    void answersAPing() throws InterruptedException {
        assertThat(server.rpc("42", "system.ping", "null")).hasToString("null");
        assertThat(server.rpc("42", "system.ping", "{\"$rpc\":1,\"correlation_id\":\"a\"}"))
                .hasToString("{\"correlation_id\":\"a\",\"result\":null}");
        server.publish("42", "{\"correlation_id\":\"b\",\"method\":\"system.ping\"}");
        assertThat(server.centrifugo.nextPublished().path("data"))
                .hasToString("{\"correlation_id\":\"b\",\"result\":null}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    []                          | $ must be an object
                    7                           | $ must be an object
                    {"contract_hash":7}         | $.contract_hash must be a string of 64 of [0-9a-f]
                    {"contract_hash":"ab"}      | $.contract_hash must be a string of 64 of [0-9a-f]
                    {"methods":[]}              | $.methods must be an object
                    {"methods":{"tasks.get":1}} | $.methods["tasks.get"] must be a string of 8 of [0-9a-f]
                    {"methods":{"ping":"AB"}}   | $.methods.ping must be a string of 8 of [0-9a-f]
                    """)
    void saysWhatIsWrongWithItsParams(String params, String violation) throws InterruptedException {
        var error = server.rpc("42", "system.hello", params).path("error");
        assertThat(error.path("code").asInt()).isEqualTo(422);
        assertThat(error.path("message").asText()).isEqualTo("system.hello: the params do not fit: " + violation + ".");
        server.publish("42", "{\"correlation_id\":\"a\",\"method\":\"system.hello\",\"params\":" + params + "}");
        assertThat(server.centrifugo
                        .nextPublished()
                        .path("data")
                        .path("error")
                        .path("code")
                        .asInt())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"system.hello", "system.ping"})
    void takesNoPlaceAndLeavesNothingBehind(String method) throws InterruptedException {
        for (int i = 0; i < 256; i++) {
            server.publish("42", "{\"correlation_id\":\"w-" + i + "\",\"method\":\"calls.wait\"}");
        }
        assertThat(server.rpc("42", "calls.run", "{\"what\":\"x\"}")
                        .path("error")
                        .path("code")
                        .asInt())
                .isEqualTo(429);

        var envelope = "{\"$rpc\":1,\"correlation_id\":\"w-0\"}";
        assertThat(server.rpc("42", method, envelope).has("result")).isTrue();

        handlers.gate.countDown();
        assertThat(server.centrifugo.nextPublished().path("data").has("result")).isTrue();
    }

    public static final class OneOfMany {
        @WebsocketRpc("calls.fire")
        public void fire() {}
    }

    @Test
    void countsOnlyWhatIsAnsweredHere() throws IOException {
        var contracts = new URLClassLoader(new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        try (contracts;
                var other = TestServer.of(new OneOfMany(), contracts)) {
            var params =
                    "{\"methods\":{\"calls.fire\":\"" + fingerprints.methods().get("calls.fire") + "\",\"calls.run\":\""
                            + fingerprints.methods().get("calls.run") + "\"}}";
            var answer = other.rpc("42", "system.hello", params);
            assertThat(names(answer.path("missing"))).containsExactly("calls.run");
            assertThat(names(answer.path("different"))).isEmpty();
            assertThat(answer.path("contract_hash").asText()).isNotEqualTo(fingerprints.contractHash());
        }
    }

    @Test
    void knowsItsVersion() {
        assertThat(ServerVersion.text()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    private String answer(boolean same, String comparison) {
        return "{\"api\":1,\"contract_version\":1,\"contract_hash\":\"" + fingerprints.contractHash() + "\",\"same\":"
                + same + ",\"server_version\":\"" + ServerVersion.text()
                + "\",\"features\":[\"once\",\"cancel\"]"
                + comparison + "}";
    }

    private static List<String> names(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
