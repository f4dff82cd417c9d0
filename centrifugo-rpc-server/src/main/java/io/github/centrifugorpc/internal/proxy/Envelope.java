package io.github.centrifugorpc.internal.proxy;

import io.github.centrifugorpc.internal.check.ParamsChecker.CheckedParams;
import io.github.centrifugorpc.internal.wire.Attempt;
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
 * @param rawParams as they came; null where they are left out
 * @param replyTo null where it is left out
 * @param timeLeft what the caller says is left
 * @param isCancel not a call, but the end of one that was sent before
 * @param fault what is malformed; the rest holds as far as it could be read
 */
public record Envelope(
        boolean isRaw,
        @Nullable String correlationId,
        @Nullable String method,
        @Nullable CheckedParams params,
        @Nullable RawJson rawParams,
        @Nullable String replyTo,
        Optional<Duration> timeLeft,
        Attempt attempt,
        boolean isNoReply,
        boolean isCancel,
        Optional<String> fault) {

    /** Params without an envelope. */
    static Envelope raw(@Nullable CheckedParams params, @Nullable RawJson rawParams) {
        return new Envelope(
                true,
                null,
                null,
                params,
                rawParams,
                null,
                Optional.empty(),
                Attempt.FIRST,
                false,
                false,
                Optional.empty());
    }

    /** Something from which nothing can be read. */
    static Envelope malformed(String fault) {
        return new Envelope(
                false, null, null, null, null, null, Optional.empty(), Attempt.FIRST, false, false, Optional.of(fault));
    }
}
