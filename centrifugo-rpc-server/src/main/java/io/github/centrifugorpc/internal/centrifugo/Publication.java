package io.github.centrifugorpc.internal.centrifugo;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Something to be published.
 *
 * @param channel for logs
 * @param command as Centrifugo's batch takes it: {@code {"publish":{"channel":…,"data":…}}}
 * @param deadlineNanos by {@link System#nanoTime()}: when trying again is of no use any more
 * @param outcome told once how it ended, on any thread
 */
public record Publication(String channel, byte[] command, long deadlineNanos, Consumer<PublishOutcome> outcome) {

    boolean isWorthTryingAfter(Duration delay) {
        return deadlineNanos - System.nanoTime() > delay.toNanos();
    }
}
