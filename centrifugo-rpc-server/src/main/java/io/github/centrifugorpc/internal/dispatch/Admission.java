package io.github.centrifugorpc.internal.dispatch;

import io.github.centrifugorpc.internal.wire.WireError;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The server's places: so many in all, so many of them for one user (wire W13). */
final class Admission {

    private final int mostCalls;
    private final int mostCallsOfOne;
    private final ConcurrentMap<String, Integer> callsByAccount = new ConcurrentHashMap<>();
    private int calls;
    private boolean isClosed;

    Admission(int mostCalls, int mostCallsOfOne) {
        this.mostCalls = mostCalls;
        this.mostCallsOfOne = mostCallsOfOne;
    }

    /** Takes a place, to be given back by {@link #leave}; or says why there is none. */
    Optional<WireError> enter(String account) {
        synchronized (this) {
            if (isClosed) {
                return Optional.of(WireError.unavailable());
            }
            if (calls >= mostCalls) {
                return Optional.of(WireError.overloaded(
                        "The server has " + mostCalls + " calls in flight, its limit. Try again in a moment."));
            }
            calls++;
        }
        int own = callsByAccount.merge(account, 1, Integer::sum);
        if (own > mostCallsOfOne) {
            leave(account);
            return Optional.of(WireError.overloaded("This user has " + mostCallsOfOne
                    + " calls in flight, the limit for one user. Wait for some of them."));
        }
        return Optional.empty();
    }

    void leave(String account) {
        callsByAccount.computeIfPresent(account, (same, own) -> own == 1 ? null : own - 1);
        synchronized (this) {
            calls--;
            notifyAll();
        }
    }

    /** Gives out no more places. */
    synchronized void close() {
        isClosed = true;
    }

    synchronized boolean isClosed() {
        return isClosed;
    }

    synchronized int calls() {
        return calls;
    }

    /** Waits until all places have been given back, for so long at most; answers whether they have. */
    synchronized boolean awaitEmpty(long limitNanos) throws InterruptedException {
        long endNanos = System.nanoTime() + limitNanos;
        while (calls > 0) {
            long leftMs = (endNanos - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0) {
                return false;
            }
            wait(leftMs);
        }
        return true;
    }
}
