package io.github.centrifugorpc.internal.wire;

import java.time.Duration;

/**
 * Which sending of a call a request is (wire W2, W7).
 *
 * @param number 1 for the first
 * @param age the time since the first was written, as the caller says; zero for the first
 */
public record Attempt(int number, Duration age) {

    /** What a request is that says nothing of it. */
    public static final Attempt FIRST = new Attempt(1, Duration.ZERO);

    /** Whether an earlier one may have been run already. */
    public boolean isResend() {
        return number > 1;
    }
}
