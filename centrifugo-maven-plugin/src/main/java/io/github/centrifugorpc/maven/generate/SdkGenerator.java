package io.github.centrifugorpc.maven.generate;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.maven.check.ContractChecker;
import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.generate.GenerateResult.Client;
import io.github.centrifugorpc.maven.output.FileSet;
import io.github.centrifugorpc.maven.output.OutputWriter;
import io.github.centrifugorpc.maven.output.OutputWriter.Outcome;
import io.github.centrifugorpc.maven.scan.HandlerScanner;
import io.github.centrifugorpc.maven.scan.ScanResult;
import io.github.centrifugorpc.maven.target.SdkTarget;
import java.util.ArrayList;
import java.util.List;

/** Makes SDKs of handlers. */
public final class SdkGenerator {

    private final HandlerScanner scanner = new HandlerScanner();
    private final ContractChecker checker = new ContractChecker();

    /** Reads the handlers, and writes what they say or nothing at all. */
    public GenerateResult generate(GenerateRequest request) {
        ScanResult scan = scanner.scan(request.scan());
        Contract contract = scan.contract();

        List<Problem> problems = new ArrayList<>(scan.problems());
        if (problems.isEmpty() && contract.methods().isEmpty()) {
            return GenerateResult.nothingFound(contract);
        }
        problems.addAll(checker.check(contract, request.targets()));
        if (!problems.isEmpty()) {
            return GenerateResult.refused(contract, problems);
        }

        List<FileSet> files = RenderedFiles.of(contract, request);
        Outcome written = writer(request).write(files);
        if (!written.problems().isEmpty()) {
            return GenerateResult.refused(contract, written.problems());
        }

        ContractFile.write(contract, request.contractFolders());
        return GenerateResult.generated(
                contract,
                request.targets().stream()
                        .map(target -> client(target, written))
                        .toList());
    }

    private static OutputWriter writer(GenerateRequest request) {
        return new OutputWriter(request.scan().baseDirectory(), request.outputDirectory());
    }

    private static Client client(SdkTarget target, Outcome written) {
        return written.changes().stream()
                .filter(changes -> changes.set().equals(target.language()))
                .map(changes -> new Client(target, changes))
                .findFirst()
                .orElseThrow();
    }
}
