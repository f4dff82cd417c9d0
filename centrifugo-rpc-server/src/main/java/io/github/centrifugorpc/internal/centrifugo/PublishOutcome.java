package io.github.centrifugorpc.internal.centrifugo;

/** How a publication ended. */
public sealed interface PublishOutcome {

    /**
     * Centrifugo took it.
     *
     * @param offset its place in the channel's history; 0 without history
     * @param epoch of the history; empty without
     */
    record Published(long offset, String epoch) implements PublishOutcome {}

    /** Centrifugo refused it, with one of its own codes. */
    record Refused(int code, String message) implements PublishOutcome {

        /** Whether the same publication may succeed a little later. */
        boolean isTemporary() {
            return code == 100 || code == 111;
        }
    }

    /** It may or may not have arrived; nothing is known but the cause. */
    record Unreachable(String cause) implements PublishOutcome {}
}
