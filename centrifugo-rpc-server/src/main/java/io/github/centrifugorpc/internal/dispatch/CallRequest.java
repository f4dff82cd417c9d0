package io.github.centrifugorpc.internal.dispatch;

import io.github.centrifugorpc.Transport;
import io.github.centrifugorpc.internal.check.ParamsChecker.CheckedParams;
import io.github.centrifugorpc.internal.once.CallPrint;
import io.github.centrifugorpc.internal.registry.HandlerMethod;
import io.github.centrifugorpc.internal.wire.Attempt;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call that is well-formed and allowed.
 *
 * @param correlationId the caller's, or one made up for a caller who gave none
 * @param print what is asked for; null where the caller gave no id to ask by again
 * @param timeLimit from now to the end of the caller's patience, capped by the method's own limit
 */
public record CallRequest(
        HandlerMethod method,
        Caller caller,
        String correlationId,
        Attempt attempt,
        @Nullable CallPrint print,
        Transport transport,
        Duration timeLimit,
        CheckedParams params,
        ReplyPort replies) {}
