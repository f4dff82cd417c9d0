package io.github.centrifugorpc.internal.dispatch;

import io.github.centrifugorpc.Transport;
import io.github.centrifugorpc.internal.check.ParamsChecker.CheckedParams;
import io.github.centrifugorpc.internal.registry.HandlerMethod;
import java.time.Duration;

/**
 * A call that is well-formed and allowed.
 *
 * @param timeLimit from now to the end of the caller's patience, capped by the method's own limit
 */
public record CallRequest(
        HandlerMethod method,
        Caller caller,
        String correlationId,
        Transport transport,
        Duration timeLimit,
        CheckedParams params,
        ReplyPort replies) {}
