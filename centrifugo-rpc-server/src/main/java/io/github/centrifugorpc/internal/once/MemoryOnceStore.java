package io.github.centrifugorpc.internal.once;

import io.github.centrifugorpc.internal.timer.Timer;
import io.github.centrifugorpc.server.spi.Claim;
import io.github.centrifugorpc.server.spi.OnceCall;
import io.github.centrifugorpc.server.spi.OnceStore;
import io.github.centrifugorpc.server.spi.Verdict;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps replies in this process. Each account has a share; where all shares together are too large, the largest ones
 * pay, so that nobody's flood costs others their replies. Eviction takes the oldest first.
 */
public final class MemoryOnceStore implements OnceStore {

    private final Limits limits;
    private final boolean isSole;
    private final Timer timer;
    private final LongSupplier nanoTime;
    private final long startedNanos;
    private final ConcurrentMap<String, Share> shares = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicBoolean isSweepPending = new AtomicBoolean();
    private final Object shrinking = new Object();
    private volatile long newestForgottenNanos;
    private volatile boolean hasForgotten;

    /**
     * A store.
     *
     * @param isSole whether no other server answers the same clients; only then can it tell that a call was never run
     */
    public MemoryOnceStore(Limits limits, boolean isSole, Timer timer) {
        this(limits, isSole, timer, System::nanoTime);
    }

    MemoryOnceStore(Limits limits, boolean isSole, Timer timer, LongSupplier nanoTime) {
        this.limits = limits;
        this.isSole = isSole;
        this.timer = timer;
        this.nanoTime = nanoTime;
        this.startedNanos = nanoTime.getAsLong();
    }

    /**
     * How long and how much.
     *
     * @param window how long a reply is kept at most
     * @param mostBytes about, for all replies together; each costs {@value KeptReply#OWN_BYTES} beside its JSON
     * @param mostBytesOfOne of these, for one user
     */
    public record Limits(Duration window, long mostBytes, long mostBytesOfOne) {

        /** As wire W7 has it. */
        public static final Limits DEFAULTS = new Limits(Duration.ofMinutes(2), 64L << 20, 8L << 20);
    }

    @Override
    public CompletableFuture<Verdict> ask(OnceCall call) {
        return CompletableFuture.completedFuture(verdict(call));
    }

    private Verdict verdict(OnceCall call) {
        var print = new CallPrint(call.method(), call.paramsPrint());
        var share = shares.get(call.account());
        if (share == null && !call.isResend()) {
            return run(call, print);
        }
        long now = nanoTime.getAsLong();
        boolean isComplete = true;
        if (share != null) {
            KeptReply kept;
            synchronized (share) {
                kept = share.find(call.correlationId(), oldest(now));
                isComplete = share.isCompleteSince(now - call.age().toNanos());
            }
            if (kept != null) {
                return kept.print().equals(print) ? new Verdict.Repeat(kept.reply()) : new Verdict.Conflict();
            }
        }
        // After the share, as what a share knew is written here before it is gone.
        isComplete &= !hasForgotten || newestForgottenNanos - (now - call.age().toNanos()) < 0;
        boolean mayRun = !call.isResend() || (isComplete && vouches(call, now));
        return mayRun ? run(call, print) : new Verdict.Unknown();
    }

    private Verdict run(OnceCall call, CallPrint print) {
        return new Verdict.Run(new OwnClaim(call.account(), call.correlationId(), print));
    }

    /** Nothing is known here of a call before it has ended: while it is at work, others join it without asking. */
    private final class OwnClaim implements Claim {

        private final String account;
        private final String correlationId;
        private final CallPrint print;
        private final AtomicBoolean hasEnded = new AtomicBoolean();

        OwnClaim(String account, String correlationId, CallPrint print) {
            this.account = account;
            this.correlationId = correlationId;
            this.print = print;
        }

        @Override
        public void keep(byte[] reply) {
            if (hasEnded.compareAndSet(false, true)) {
                MemoryOnceStore.this.keep(account, correlationId, new KeptReply(print, reply, nanoTime.getAsLong()));
            }
        }

        @Override
        public void release() {
            hasEnded.set(true);
        }
    }

    /** Whether an id that is not here has never been: all since its first attempt is remembered, and all is here. */
    private boolean vouches(OnceCall call, long now) {
        long ageNanos = call.age().toNanos();
        return isSole
                && ageNanos <= now - startedNanos
                && ageNanos <= limits.window().toNanos();
    }

    private void keep(String account, String correlationId, KeptReply kept) {
        long growth = add(account, correlationId, kept);
        if (bytes.addAndGet(growth) > limits.mostBytes()) {
            shrink();
        }
        if (!isSweepPending.get() && isSweepPending.compareAndSet(false, true)) {
            timer.after(limits.window(), this::sweep);
        }
    }

    private long add(String account, String correlationId, KeptReply kept) {
        while (true) {
            var share = shares.computeIfAbsent(account, unseen -> new Share());
            synchronized (share) {
                if (!share.isClosed()) {
                    return share.add(correlationId, kept)
                            - share.expire(oldest(kept.keptNanos()))
                            - share.shrinkTo(limits.mostBytesOfOne());
                }
            }
        }
    }

    @Override
    public void close() {
        // What it holds is the heap's.
    }

    /** About what the replies take. */
    long bytes() {
        return bytes.get();
    }

    /** Accounts with something to remember. */
    int accounts() {
        return shares.size();
    }

    private long oldest(long now) {
        return now - limits.window().toNanos();
    }

    /** Makes some room at a time, as looking for the largest share means to look at all. */
    private void shrink() {
        synchronized (shrinking) {
            if (bytes.get() <= limits.mostBytes()) {
                return;
            }
            long wanted = limits.mostBytes() - limits.mostBytes() / 64;
            while (bytes.get() > wanted) {
                long largest = 0;
                for (var share : shares.values()) {
                    synchronized (share) {
                        largest = Math.max(largest, share.bytes());
                    }
                }
                if (largest == 0) {
                    return;
                }
                halve(largest, wanted);
            }
        }
    }

    private void halve(long largest, long wanted) {
        for (var entry : shares.entrySet()) {
            long surplus = bytes.get() - wanted;
            if (surplus <= 0) {
                return;
            }
            var share = entry.getValue();
            synchronized (share) {
                long target = Math.max(largest / 2, share.bytes() - surplus);
                bytes.addAndGet(-share.shrinkTo(target));
                if (share.bytes() == 0 && shares.size() > limits.mostBytes() / KeptReply.OWN_BYTES) {
                    forget(entry.getKey(), share);
                }
            }
        }
    }

    /** What one account lost is remembered as if all had lost it, so that accounts without replies do not pile up. */
    private void forget(String account, Share share) {
        var evicted = share.close();
        if (evicted.isPresent() && (!hasForgotten || evicted.getAsLong() - newestForgottenNanos > 0)) {
            newestForgottenNanos = evicted.getAsLong();
            hasForgotten = true;
        }
        shares.remove(account, share);
    }

    private void sweep() {
        long oldest = oldest(nanoTime.getAsLong());
        shares.forEach((account, share) -> {
            synchronized (share) {
                bytes.addAndGet(-share.expire(oldest));
                if (share.closeIfIdle(oldest)) {
                    shares.remove(account, share);
                }
            }
        });
        isSweepPending.set(false);
        if (!shares.isEmpty() && isSweepPending.compareAndSet(false, true)) {
            timer.after(limits.window(), this::sweep);
        }
    }
}
