package io.github.centrifugorpc.internal.once;

import java.util.LinkedHashMap;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The kept replies of one account, oldest first. Guarded by itself. */
final class Share {

    private final LinkedHashMap<String, KeptReply> replies = new LinkedHashMap<>();
    private long bytes;
    private boolean hasEvicted;
    private long newestEvictedNanos;
    private boolean isClosed;

    @Nullable
    KeptReply find(String correlationId, long oldestNanos) {
        var kept = replies.get(correlationId);
        return kept == null || kept.keptNanos() - oldestNanos < 0 ? null : kept;
    }

    /** Adds a reply; answers by how many bytes the share has grown. */
    long add(String correlationId, KeptReply reply) {
        // An id comes again once its reply has expired; its place is then at the end.
        var former = replies.remove(correlationId);
        replies.put(correlationId, reply);
        long growth = reply.bytes() - (former == null ? 0 : former.bytes());
        bytes += growth;
        return growth;
    }

    /** Removes what is older; answers the bytes. */
    long expire(long oldestNanos) {
        long before = bytes;
        var all = replies.values().iterator();
        while (all.hasNext()) {
            var eldest = all.next();
            if (eldest.keptNanos() - oldestNanos >= 0) {
                break;
            }
            all.remove();
            bytes -= eldest.bytes();
        }
        return before - bytes;
    }

    /** Removes the oldest before their time until the share is no larger; answers the bytes. */
    long shrinkTo(long mostBytes) {
        if (bytes <= mostBytes) {
            return 0;
        }
        long before = bytes;
        var all = replies.values().iterator();
        while (bytes > mostBytes && all.hasNext()) {
            var eldest = all.next();
            all.remove();
            bytes -= eldest.bytes();
            remember(eldest.keptNanos());
        }
        return before - bytes;
    }

    private void remember(long evictedNanos) {
        if (!hasEvicted || evictedNanos - newestEvictedNanos > 0) {
            hasEvicted = true;
            newestEvictedNanos = evictedNanos;
        }
    }

    long bytes() {
        return bytes;
    }

    /** Whether every reply that was kept since then, and has not expired, is still here. */
    boolean isCompleteSince(long nanos) {
        return !hasEvicted || newestEvictedNanos - nanos < 0;
    }

    /** Gives the share up where it says nothing any more; nothing may be added to it then. */
    boolean closeIfIdle(long oldestNanos) {
        isClosed = replies.isEmpty() && isCompleteSince(oldestNanos);
        return isClosed;
    }

    /** Gives the share up; answers how new the newest was that it had to evict. */
    OptionalLong close() {
        isClosed = true;
        return hasEvicted ? OptionalLong.of(newestEvictedNanos) : OptionalLong.empty();
    }

    boolean isClosed() {
        return isClosed;
    }
}
