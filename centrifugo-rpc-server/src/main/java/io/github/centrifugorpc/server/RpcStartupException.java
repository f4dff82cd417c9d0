package io.github.centrifugorpc.server;

import java.util.Collection;
import java.util.List;

/** The server cannot start. The message lists every reason, with an id and a fix for each. */
public final class RpcStartupException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** A failure for these reasons. */
    public RpcStartupException(Collection<String> problems) {
        super("The RPC server cannot start: " + (problems.size() == 1 ? "1 problem." : problems.size() + " problems.")
                + "\n" + String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each problem with its id and its fix, sorted. */
    public List<String> problems() {
        return problems;
    }
}
