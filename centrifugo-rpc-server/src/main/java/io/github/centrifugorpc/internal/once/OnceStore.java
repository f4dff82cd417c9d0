package io.github.centrifugorpc.internal.once;

import io.github.centrifugorpc.internal.wire.Attempt;
import java.util.function.Consumer;

/**
 * Sees to it that a call is run once, however often it is sent (wire W7). Requests that come to one server while the
 * call is at work there join it without asking; the store answers for the time after, and for other servers.
 */
public interface OnceStore {

    /**
     * Asks what to do with a request. The verdict may come at once on this thread or later on any other: a store that
     * several servers share may have to wait until the call has ended on one of them.
     *
     * @param verdict told exactly once; after {@link Verdict.Run} one of the two methods below follows
     */
    void ask(CallKey key, CallPrint print, Attempt attempt, Consumer<Verdict> verdict);

    /** The call was run, or refused for good, and ended so. */
    void keep(CallKey key, CallPrint print, Reply reply);

    /** The call was not run, or ended in a way that is not worth keeping; its next attempt may be run. */
    void forget(CallKey key);
}
