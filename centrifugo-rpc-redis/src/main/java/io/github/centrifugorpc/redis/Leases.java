package io.github.centrifugorpc.redis;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The claims that this server holds. Each is renewed until its call has ended. */
final class Leases {

    private final Duration renewedEvery;
    private final Troubles troubles;
    private final Set<RedisClaim> held = ConcurrentHashMap.newKeySet();
    private final Set<CompletionStage<?>> ends = ConcurrentHashMap.newKeySet();

    Leases(Duration lease, Troubles troubles) {
        // A lease outlives two renewals that fail.
        this.renewedEvery = lease.dividedBy(3);
        this.troubles = troubles;
    }

    Duration renewedEvery() {
        return renewedEvery;
    }

    void begins(RedisClaim claim) {
        held.add(claim);
    }

    /** A claim has ended, and Redis is being told. */
    void ends(RedisClaim claim, CompletionStage<List<Object>> told, Troubles.Kind trouble) {
        held.remove(claim);
        ends.add(told);
        told.whenComplete((answer, thrown) -> {
            ends.remove(told);
            if (thrown != null) {
                troubles.happened(trouble, claim.call(), thrown);
            }
        });
    }

    /** Renews what has not been renewed for some time; calls that end sooner cost nothing here. */
    void renew() {
        for (var claim : held) {
            claim.renew(renewedEvery.toNanos() / 2).whenComplete((answer, thrown) -> {
                if (thrown != null) {
                    troubles.happened(Troubles.Kind.NOT_RENEWED, claim.call(), thrown);
                }
            });
        }
    }

    /** Waits until Redis knows of all that has ended, for so long at most; what has not ended runs out. */
    void close(Duration limit) {
        held.forEach(RedisClaim::abandon);
        held.clear();
        var all = CompletableFuture.allOf(
                ends.stream().map(CompletionStage::toCompletableFuture).toArray(CompletableFuture<?>[]::new));
        try {
            all.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Each of them has said so itself, or will when its own time is over.
        }
    }
}
