package io.github.centrifugorpc.internal.once;

import io.github.centrifugorpc.internal.timer.Timer;
import io.github.centrifugorpc.internal.wire.Attempt;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
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
    public void ask(CallKey key, CallPrint print, Attempt attempt, Consumer<Verdict> verdict) {
        verdict.accept(verdict(key, print, attempt));
    }

    private Verdict verdict(CallKey key, CallPrint print, Attempt attempt) {
        var share = shares.get(key.account());
        if (share == null && !attempt.isResend()) {
            return Verdict.RUN;
        }
        long now = nanoTime.getAsLong();
        boolean isComplete = true;
        if (share != null) {
            KeptReply kept;
            synchronized (share) {
                kept = share.find(key.correlationId(), oldest(now));
                isComplete = share.isCompleteSince(now - attempt.age().toNanos());
            }
            if (kept != null) {
                return kept.print().equals(print) ? new Verdict.Repeat(kept.reply()) : Verdict.CONFLICT;
            }
        }
        // After the share, as what a share knew is written here before it is gone.
        isComplete &=
                !hasForgotten || newestForgottenNanos - (now - attempt.age().toNanos()) < 0;
        boolean mayRun = !attempt.isResend() || (isComplete && vouches(attempt, now));
        return mayRun ? Verdict.RUN : Verdict.UNKNOWN;
    }

    /** Whether an id that is not here has never been: all since its first attempt is remembered, and all is here. */
    private boolean vouches(Attempt attempt, long now) {
        long ageNanos = attempt.age().toNanos();
        return isSole
                && ageNanos <= now - startedNanos
                && ageNanos <= limits.window().toNanos();
    }

    @Override
    public void keep(CallKey key, CallPrint print, Reply reply) {
        var kept = new KeptReply(print, reply, nanoTime.getAsLong());
        long growth = add(key, kept);
        if (bytes.addAndGet(growth) > limits.mostBytes()) {
            shrink();
        }
        if (!isSweepPending.get() && isSweepPending.compareAndSet(false, true)) {
            timer.after(limits.window(), this::sweep);
        }
    }

    private long add(CallKey key, KeptReply kept) {
        while (true) {
            var share = shares.computeIfAbsent(key.account(), account -> new Share());
            synchronized (share) {
                if (!share.isClosed()) {
                    return share.add(key.correlationId(), kept)
                            - share.expire(oldest(kept.keptNanos()))
                            - share.shrinkTo(limits.mostBytesOfOne());
                }
            }
        }
    }

    @Override
    public void forget(CallKey key) {
        // Nothing is known of a call before it has ended.
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
