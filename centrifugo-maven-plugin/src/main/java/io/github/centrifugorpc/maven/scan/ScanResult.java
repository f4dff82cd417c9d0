package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.maven.check.Problem;
import java.util.List;

/**
 * What a scan found.
 *
 * @param contract all that could be read; complete only when there are no problems
 */
public record ScanResult(Contract contract, List<Problem> problems) {

    public ScanResult {
        problems = List.copyOf(problems);
    }
}
