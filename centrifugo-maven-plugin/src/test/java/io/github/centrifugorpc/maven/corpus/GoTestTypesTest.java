package io.github.centrifugorpc.maven.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.ContractJson;
import io.github.centrifugorpc.maven.target.GoTarget.WebsocketModule;
import io.github.centrifugorpc.maven.target.golang.GoRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The types that the tests of the Go runtime write and read are what the plugin makes of {@code exact.json}. */
class GoTestTypesTest {

    private static final Path RUNTIME = Path.of("../sdk-templates/go/runtime");

    @ParameterizedTest
    @CsvSource({
        "types.go, generated_types_test.go",
        "json.go, generated_json_test.go",
        "client.go, generated_client_test.go",
        "contract.go, generated_contract_test.go"
    })
    void areUpToDate(String file, String testFile) throws IOException {
        Map<String, String> files = new TreeMap<>();
        new GoRenderer("centrifugo-rpc/client", "client", WebsocketModule.NHOOYR, "1.2.3")
                .render(ContractJson.read(exactTypes(), "exact.json"))
                .forEach(generated -> files.put(generated.path(), generated.content()));

        assertThat(files).containsKey(file);
        Golden.check(RUNTIME.resolve(testFile), files.getOrDefault(file, ""));
    }

    private static String exactTypes() throws IOException {
        try (var in = GoRenderer.class.getResourceAsStream("exact.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
