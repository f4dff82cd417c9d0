package io.github.centrifugorpc.maven.generate;

import io.github.centrifugorpc.maven.check.ContractChecker;
import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.openapi.OpenApiDocument;
import io.github.centrifugorpc.maven.scan.HandlerScanner;
import io.github.centrifugorpc.maven.scan.ScanRequest;
import io.github.centrifugorpc.maven.scan.ScanResult;
import java.util.ArrayList;
import java.util.List;

/** Describes the HTTP endpoints of a server with the handlers of a project. */
public final class OpenApiGenerator {

    /**
     * What a run made.
     *
     * @param document empty when there are problems
     */
    public record Result(String document, List<Problem> problems) {

        public Result {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads the handlers and says what they are over HTTP.
     *
     * @param version the version of the service's API
     */
    public Result generate(ScanRequest request, String version) {
        ScanResult scan = new HandlerScanner().scan(request);
        List<Problem> problems = new ArrayList<>(scan.problems());
        problems.addAll(new ContractChecker().check(scan.contract(), List.of()));
        return new Result(problems.isEmpty() ? OpenApiDocument.write(scan.contract(), version) : "", problems);
    }
}
