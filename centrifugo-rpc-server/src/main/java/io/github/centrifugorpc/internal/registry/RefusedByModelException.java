package io.github.centrifugorpc.internal.registry;

import io.github.centrifugorpc.internal.wire.WireError.Violation;

/** Params of the right form that a Java class refuses: a constructor, a setter, a reader of its own. */
public final class RefusedByModelException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Violation violation;

    RefusedByModelException(Violation violation, Exception cause) {
        super(cause);
        this.violation = violation;
    }

    /** What the caller is told. */
    public Violation violation() {
        return violation;
    }
}
