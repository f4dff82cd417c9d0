package io.github.centrifugorpc.internal.timer;

import java.time.Duration;

/** Runs short tasks later. */
@FunctionalInterface
public interface Timer {

    /** Runs a task after a while, a few milliseconds late at most. */
    Pending after(Duration delay, Runnable task);

    /** A task that has not run yet. */
    @FunctionalInterface
    interface Pending {

        /** Drops the task; has no effect once it has run. */
        void drop();
    }
}
