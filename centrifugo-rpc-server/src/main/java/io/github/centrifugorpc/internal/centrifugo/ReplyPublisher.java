package io.github.centrifugorpc.internal.centrifugo;

import io.github.centrifugorpc.internal.centrifugo.PublishOutcome.Refused;
import io.github.centrifugorpc.internal.centrifugo.PublishOutcome.Unreachable;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes replies; one that cannot be delivered is logged and counted. */
public final class ReplyPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyPublisher.class);

    /** A reply to a call whose time has passed is still worth a try: its caller's clock started a little later. */
    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(1);

    private final PublishLane lane;
    private final LongAdder lost = new LongAdder();

    public ReplyPublisher(PublishLane lane) {
        this.lane = lane;
    }

    /**
     * Publishes a reply.
     *
     * @param correlationId for logs
     * @param patience how long trying is of use
     */
    public void publish(String channel, String correlationId, byte[] command, Duration patience) {
        var useful = patience.compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : patience;
        lane.publish(new Publication(command, useful, outcome -> {
            if (outcome instanceof Refused refused) {
                lost.increment();
                LOG.error(
                        "The reply to call {} is lost: Centrifugo refused to publish to {} with its error {} {}.{}",
                        correlationId,
                        channel,
                        refused.code(),
                        refused.message(),
                        refused.code() == 102
                                ? " Fix: its configuration lacks the namespace of the contract's layout."
                                : "");
            } else if (outcome instanceof Unreachable unreachable) {
                lost.increment();
                LOG.error("The reply to call {} is lost: {}", correlationId, unreachable.cause());
            }
        }));
    }

    /** Replies that could not be delivered so far. */
    public long lostReplies() {
        return lost.sum();
    }
}
