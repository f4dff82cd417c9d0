package io.github.centrifugorpc.internal.dispatch;

import io.github.centrifugorpc.internal.wire.WireError;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One line for each call, without params and results. The logger is {@code io.github.centrifugorpc.calls}.
 */
public final class CallLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.centrifugorpc.calls");
    private static final int INTERNAL = 500;

    private final Level threshold;
    private final boolean isForAllCalls;

    /**
     * A log.
     *
     * @param threshold the least severe line that is written
     * @param isForAllCalls false for failed calls only
     */
    public CallLog(Level threshold, boolean isForAllCalls) {
        this.threshold = threshold;
        this.isForAllCalls = isForAllCalls;
    }

    void ended(Call call, @Nullable WireError error) {
        var level = error == null ? Level.INFO : error.code() == INTERNAL ? Level.ERROR : Level.WARN;
        boolean isWanted = level.toInt() >= threshold.toInt() && (isForAllCalls || error != null);
        if (!isWanted || !LOG.isEnabledForLevel(level)) {
            return;
        }
        LOG.atLevel(level)
                .log(
                        "{} {} user={} client={} id={} {} ms {}",
                        call.method(),
                        call.transport().name().toLowerCase(Locale.ROOT),
                        call.userId(),
                        call.clientId(),
                        call.correlationId(),
                        String.format(Locale.ROOT, "%.1f", call.elapsedNanos() / 1e6),
                        error == null ? "ok" : error.code() + " " + error.name());
    }
}
