package io.github.centrifugorpc.redis;

import io.github.centrifugorpc.server.spi.Claim;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A claim with a lease, renewed until the call has ended. */
final class RedisClaim implements Claim {

    private final ClaimedCall call;
    private final Leases leases;
    private boolean hasEnded;
    private long renewedNanos = System.nanoTime();

    RedisClaim(ClaimedCall call, Leases leases) {
        this.call = call;
        this.leases = leases;
    }

    ClaimedCall call() {
        return call;
    }

    @Override
    public void keep(byte[] reply) {
        end(() -> call.keep(reply), Troubles.Kind.NOT_KEPT);
    }

    @Override
    public void release() {
        end(call::release, Troubles.Kind.NOT_RELEASED);
    }

    private synchronized void end(Supplier<CompletionStage<List<Object>>> said, Troubles.Kind trouble) {
        if (!hasEnded) {
            hasEnded = true;
            leases.ends(this, said.get(), trouble);
        }
    }

    /** Sends a renewal where the last one is that old; never after the end, which it would undo. */
    synchronized CompletionStage<List<Object>> renew(long olderThanNanos) {
        long now = System.nanoTime();
        if (hasEnded || now - renewedNanos < olderThanNanos) {
            return CompletableFuture.completedStage(List.of());
        }
        renewedNanos = now;
        return call.renew();
    }

    /** Lets the lease run out. */
    synchronized void abandon() {
        hasEnded = true;
    }
}
