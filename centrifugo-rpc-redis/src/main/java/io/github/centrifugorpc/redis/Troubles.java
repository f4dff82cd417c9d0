package io.github.centrifugorpc.redis;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log what Redis makes impossible: the first case at once, those that follow together now and then. */
final class Troubles {

    private static final Logger LOG = LoggerFactory.getLogger(RedisOnceStore.class);
    private static final long QUIET_NANOS = 10_000_000_000L;

    /** What was not possible, and what becomes of it. */
    enum Kind {
        NOT_CLAIMED(
                "[CRPC-603] {} calls could not be claimed in Redis at {} and were answered 503 unavailable; the last"
                        + " was {}: {}"),
        NOT_KEPT("[CRPC-604] {} calls were run, and their replies could not be kept in Redis at {}; where they are sent"
                + " again, the answer is 410 outcome_unknown. The last was {}: {}"),
        NOT_RELEASED(
                "[CRPC-606] {} calls were claimed in Redis at {} and not run, and could not be released; where they are"
                        + " sent again, the answer is 410 outcome_unknown. The last was {}: {}"),
        NOT_RENEWED("[CRPC-605] {} running calls could not be renewed in Redis at {}; where they are sent again after"
                + " the lease, the answer is 410 outcome_unknown. The last was {}: {}");

        private final String message;

        Kind(String message) {
            this.message = message;
        }
    }

    private final String place;
    private final Map<Kind, Cases> cases = new EnumMap<>(Kind.class);

    Troubles(String place) {
        this.place = place;
        for (var kind : Kind.values()) {
            cases.put(kind, new Cases());
        }
    }

    /** Those of one kind since the last line in the log. */
    private static final class Cases {

        final LongAdder unsaid = new LongAdder();
        final AtomicLong quietUntilNanos = new AtomicLong(System.nanoTime());

        boolean isTimeToSpeak() {
            long now = System.nanoTime();
            long quietUntil = quietUntilNanos.get();
            return now - quietUntil >= 0 && quietUntilNanos.compareAndSet(quietUntil, now + QUIET_NANOS);
        }
    }

    void happened(Kind kind, ClaimedCall call, Throwable thrown) {
        var ofKind = Objects.requireNonNull(cases.get(kind));
        ofKind.unsaid.increment();
        if (ofKind.isTimeToSpeak()) {
            var cause = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
            LOG.warn(kind.message, ofKind.unsaid.sumThenReset(), place, call, cause.toString());
        }
    }
}
