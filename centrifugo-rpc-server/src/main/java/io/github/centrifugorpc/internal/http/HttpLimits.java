package io.github.centrifugorpc.internal.http;

import java.time.Duration;

/**
 * What a peer may cost.
 *
 * @param mostConnections at a time; further ones are closed at once
 * @param mostBodyBytes of a request; what comes beyond is discarded, and the request is marked
 * @param requestTime from the first line of a request to its last byte, and from accepting to the first request
 * @param idleTime a kept connection without a request
 */
public record HttpLimits(int mostConnections, int mostBodyBytes, Duration requestTime, Duration idleTime) {

    /** Connections for more calls than the server takes at a time, so that a surplus is answered; bodies well above what it lets clients send. */
    public static final HttpLimits DEFAULTS =
            new HttpLimits(16_384, 1 << 20, Duration.ofSeconds(30), Duration.ofMinutes(5));
}
