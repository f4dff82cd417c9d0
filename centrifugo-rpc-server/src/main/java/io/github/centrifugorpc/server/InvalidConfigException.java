package io.github.centrifugorpc.server;

import java.util.List;

/** Settings that a server cannot work with. The message lists everything that is wrong, with fixes. */
public final class InvalidConfigException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidConfigException(List<String> problems) {
        super("[CRPC-501] The configuration has " + (problems.size() == 1 ? "1 problem" : problems.size() + " problems")
                + ":\n  - "
                + String.join("\n  - ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence or two for each thing that is wrong. */
    public List<String> problems() {
        return problems;
    }
}
