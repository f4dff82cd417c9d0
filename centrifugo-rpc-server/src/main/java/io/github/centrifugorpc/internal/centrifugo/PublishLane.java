package io.github.centrifugorpc.internal.centrifugo;

import io.github.centrifugorpc.internal.centrifugo.PublishOutcome.Refused;
import io.github.centrifugorpc.internal.centrifugo.PublishOutcome.Unreachable;
import io.github.centrifugorpc.internal.timer.Timer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes at once while there is a free connection, and what queues up meanwhile as one batch. Nothing is lost without
 * its outcome being told.
 */
public final class PublishLane {

    private static final Logger LOG = LoggerFactory.getLogger(PublishLane.class);

    private static final int MOST_IN_BATCH = 512;
    private static final long MOST_BATCH_BYTES = 1 << 20;
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final CentrifugoApi api;
    private final Terms terms;
    private final Timer timer;
    private final Deque<Publication> queue = new ArrayDeque<>();

    private long queuedBytes;
    private int requestsInFlight;
    private int failuresInARow;
    private boolean isPausing;

    /**
     * What a lane promises.
     *
     * @param connections requests in flight at a time; one keeps the order
     * @param isParallel Centrifugo may change the order within a batch
     * @param isRepeating failed publications are tried again until their deadline, so some may arrive twice
     * @param mostQueuedBytes beyond which publications are refused
     */
    public record Terms(int connections, boolean isParallel, boolean isRepeating, long mostQueuedBytes) {

        /** Replies carry ids: their order means nothing, and a second copy is dropped by its receiver (wire W3). */
        public static final Terms REPLIES = new Terms(4, true, true, 64 << 20);

        /** Events keep their order and are left to their publisher when it is not known whether they arrived. */
        public static final Terms EVENTS = new Terms(1, false, false, 64 << 20);
    }

    /** A lane to the given API. */
    public PublishLane(CentrifugoApi api, Terms terms, Timer timer) {
        this.api = api;
        this.terms = terms;
        this.timer = timer;
    }

    /** Takes a publication, whose outcome is told sooner or later. */
    public void publish(Publication publication) {
        boolean hasRoom;
        synchronized (this) {
            hasRoom = queuedBytes + publication.command().length <= terms.mostQueuedBytes();
            if (hasRoom) {
                queue.addLast(publication);
                queuedBytes += publication.command().length;
            }
        }
        if (hasRoom) {
            pump();
        } else {
            publication.ended(
                    new Unreachable("more than " + terms.mostQueuedBytes() + " bytes wait for Centrifugo already"));
        }
    }

    /** Waits until everything has been sent or given up, for so long at most. */
    public synchronized boolean awaitEmpty(Duration limit) throws InterruptedException {
        long endNanos = System.nanoTime() + limit.toNanos();
        while (!queue.isEmpty() || requestsInFlight > 0) {
            long leftMs = (endNanos - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0) {
                return false;
            }
            wait(leftMs);
        }
        return true;
    }

    private void pump() {
        for (var batch = next(); batch != null; batch = next()) {
            var sent = batch;
            api.publish(sent, terms.isParallel(), REQUEST_TIMEOUT).whenComplete((outcomes, failure) -> {
                if (failure == null) {
                    succeeded(sent, outcomes);
                } else {
                    failed(
                            sent,
                            failure instanceof CompletionException e && e.getCause() != null ? e.getCause() : failure);
                }
                pump();
            });
        }
    }

    private synchronized @Nullable List<Publication> next() {
        if (isPausing || queue.isEmpty() || requestsInFlight >= terms.connections()) {
            return null;
        }
        var batch = new ArrayList<Publication>(Math.min(queue.size(), MOST_IN_BATCH));
        long bytes = 0;
        while (!queue.isEmpty() && batch.size() < MOST_IN_BATCH) {
            bytes += queue.getFirst().command().length;
            if (bytes > MOST_BATCH_BYTES && !batch.isEmpty()) {
                break;
            }
            batch.add(queue.removeFirst());
        }
        batch.forEach(publication -> queuedBytes -= publication.command().length);
        requestsInFlight++;
        return batch;
    }

    private void succeeded(List<Publication> batch, List<PublishOutcome> outcomes) {
        var again = new ArrayList<Publication>();
        for (int i = 0; i < batch.size(); i++) {
            var publication = batch.get(i);
            var outcome = outcomes.get(i);
            boolean isWorthRepeating = terms.isRepeating()
                    && outcome instanceof Refused refused
                    && refused.isTemporary()
                    && publication.isWorthTryingAfter(FIRST_PAUSE);
            if (isWorthRepeating) {
                again.add(publication);
            } else {
                publication.ended(outcome);
            }
        }
        boolean isRecovery;
        synchronized (this) {
            requestsInFlight--;
            isRecovery = failuresInARow > 0 && again.isEmpty();
            if (isRecovery) {
                failuresInARow = 0;
            }
        }
        if (isRecovery) {
            LOG.info("Centrifugo's API answers again.");
        }
        if (!again.isEmpty()) {
            putBackAndPause(again, pause());
        }
        signal();
    }

    private void failed(List<Publication> batch, Throwable cause) {
        boolean isFirst;
        synchronized (this) {
            requestsInFlight--;
            isFirst = failuresInARow == 0;
        }
        if (isFirst) {
            LOG.warn(
                    "Publishing to Centrifugo failed, and is tried again where that is of use: {}", cause.getMessage());
        } else {
            LOG.debug("Publishing to Centrifugo failed again: {}", cause.getMessage());
        }
        var pause = pause();
        var again = new ArrayList<Publication>();
        for (var publication : batch) {
            if (terms.isRepeating()
                    && !(cause instanceof ApiRefusedException)
                    && publication.isWorthTryingAfter(pause)) {
                again.add(publication);
            } else {
                publication.ended(new Unreachable(String.valueOf(cause.getMessage())));
            }
        }
        if (terms.isRepeating()) {
            putBackAndPause(again, pause);
        }
        signal();
    }

    private synchronized Duration pause() {
        var longest = FIRST_PAUSE.multipliedBy(1L << Math.min(failuresInARow, 10));
        failuresInARow++;
        long capMs = Math.min(longest.toMillis(), LONGEST_PAUSE.toMillis());
        // Half of it at random, so that servers which lost the same Centrifugo do not come back in step.
        return Duration.ofMillis(capMs / 2 + ThreadLocalRandom.current().nextLong(capMs / 2 + 1));
    }

    private void putBackAndPause(List<Publication> again, Duration pause) {
        synchronized (this) {
            for (int i = again.size() - 1; i >= 0; i--) {
                queue.addFirst(again.get(i));
                queuedBytes += again.get(i).command().length;
            }
            if (isPausing) {
                return;
            }
            isPausing = true;
        }
        var unused = timer.after(pause, () -> {
            giveUpWhatIsLate();
            synchronized (this) {
                isPausing = false;
            }
            pump();
        });
    }

    private void giveUpWhatIsLate() {
        var late = new ArrayList<Publication>();
        synchronized (this) {
            queue.removeIf(publication -> {
                boolean isLate = !publication.isWorthTryingAfter(Duration.ZERO);
                if (isLate) {
                    late.add(publication);
                    queuedBytes -= publication.command().length;
                }
                return isLate;
            });
        }
        late.forEach(publication -> publication.ended(new Unreachable("Centrifugo could not be reached in time")));
        signal();
    }

    private synchronized void signal() {
        notifyAll();
    }
}
