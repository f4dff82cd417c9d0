package io.github.centrifugorpc.internal.proxy;

import io.github.centrifugorpc.internal.check.ParamsChecker.CheckedParams;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as a client wrote it.
 *
 * @param isRaw without an envelope: the data are the params
 * @param correlationId valid; null where there is none to be read
 * @param method the method named inside; null where it is left out
 * @param params checked against the method; null where the method is not known
 * @param replyTo null where it is left out
 * @param timeLeft what the caller says is left
 * @param fault what is malformed; the rest holds as far as it could be read
 */
public record Envelope(
        boolean isRaw,
        @Nullable String correlationId,
        @Nullable String method,
        @Nullable CheckedParams params,
        @Nullable String replyTo,
        Optional<Duration> timeLeft,
        boolean isNoReply,
        Optional<String> fault) {}
