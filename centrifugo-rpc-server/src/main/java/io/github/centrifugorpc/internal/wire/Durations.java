package io.github.centrifugorpc.internal.wire;

import java.time.Duration;

/** Spans of time as people read them. */
public final class Durations {

    private Durations() {}

    /** For example {@code 30 s}, {@code 1.5 s}, {@code 250 ms}. */
    public static String text(Duration duration) {
        long ms = duration.toMillis();
        if (ms < 1000) {
            return ms + " ms";
        }
        return ms % 1000 == 0 ? ms / 1000 + " s" : Math.floorDiv(ms, 100) / 10.0 + " s";
    }
}
