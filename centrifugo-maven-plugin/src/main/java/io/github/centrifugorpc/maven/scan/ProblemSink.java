package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes the problems of a scan; the same one is kept once, however many ways lead to it. */
final class ProblemSink {

    private final Set<Problem> problems = new LinkedHashSet<>();

    void report(ProblemId id, Place place, Map<String, String> values) {
        problems.add(new Problem(id, place, values));
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }
}
