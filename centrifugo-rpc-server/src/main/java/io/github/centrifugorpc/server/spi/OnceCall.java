package io.github.centrifugorpc.server.spi;

import java.time.Duration;

/**
 * A request, as far as it matters to whether its call is run.
 *
 * @param account whose call it is: a user's, or where there is none a connection's; one account never sees another's
 * @param correlationId the call's own among those of the account
 * @param method the wire name; the same id with another method is another call
 * @param paramsPrint a fingerprint of the params; the same id with another one is another call
 * @param attempt which sending of the call it is, from 1
 * @param age the time since the first sending was written, as the caller says; zero for the first
 */
public record OnceCall(
        String account, String correlationId, String method, long paramsPrint, int attempt, Duration age) {

    /** Whether an earlier sending may have been run already. */
    public boolean isResend() {
        return attempt > 1;
    }
}
