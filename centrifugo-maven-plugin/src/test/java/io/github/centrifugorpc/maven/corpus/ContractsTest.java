package io.github.centrifugorpc.maven.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ContractJson;
import io.github.centrifugorpc.maven.check.ProblemText;
import io.github.centrifugorpc.maven.scan.ScanResult;
import io.github.centrifugorpc.maven.target.SdkTarget;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every project of the corpus gives the contract and the SDKs that stand beside it. */
class ContractsTest {

    /** The case whose expected SDKs are whole; the others hold what differs from it. */
    private static final Path BASE = Corpus.example("minimal");

    static Stream<Path> contracts() {
        // The base first: when goldens are rewritten, the others are compared with it.
        return Stream.concat(
                Stream.of(BASE), Corpus.cases("contracts").stream().filter(example -> !example.equals(BASE)));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void givesTheContractAndTheSdks(Path example) {
        ScanResult scan = Corpus.scan(example.resolve("handlers"), Corpus.settings(example));
        Contract contract = scan.contract();

        assertThat(ProblemText.of(Corpus.problems(scan))).startsWith("0 problems");
        Golden.check(example.resolve("contract.json"), ContractJson.write(contract));
        for (SdkTarget target : Corpus.targets()) {
            Map<String, String> files = new TreeMap<>();
            target.render(contract).forEach(file -> files.put(file.path(), file.content()));
            GoldenTree.check(expected(BASE, target), expected(example, target), files);
        }
    }

    private static Path expected(Path example, SdkTarget target) {
        return example.resolve("expected").resolve(target.language());
    }
}
