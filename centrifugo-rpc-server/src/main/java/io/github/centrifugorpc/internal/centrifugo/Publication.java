package io.github.centrifugorpc.internal.centrifugo;

import java.time.Duration;
import java.util.function.Consumer;

/** Something to be published. */
public final class Publication {

    private final byte[] command;
    private final long deadlineNanos;
    private final Consumer<PublishOutcome> outcome;

    /**
     * A publication.
     *
     * @param command as Centrifugo's batch takes it: {@code {"publish":{"channel":…,"data":…}}}
     * @param patience how long trying is of use
     * @param outcome told once how it ended, on any thread
     */
    public Publication(byte[] command, Duration patience, Consumer<PublishOutcome> outcome) {
        this.command = command;
        this.deadlineNanos = System.nanoTime() + patience.toNanos();
        this.outcome = outcome;
    }

    byte[] command() {
        return command;
    }

    void ended(PublishOutcome how) {
        outcome.accept(how);
    }

    boolean isWorthTryingAfter(Duration delay) {
        return deadlineNanos - System.nanoTime() > delay.toNanos();
    }
}
