package io.github.centrifugorpc.server.spi;

import java.util.concurrent.CompletableFuture;

/**
 * Sees to it that a call is run once, however often it is sent (wire W7). Requests that come to one server while the
 * call is at work there join it without asking; the store answers for the time after, and for other servers. The server
 * has a store in its own memory; several servers that answer the same clients need one that they share.
 */
public interface OnceStore extends AutoCloseable {

    /**
     * Asks what to do with a request. The verdict may come at once or later, on any thread: where the call is at work on
     * another server, the store waits until it has ended there. It never throws and never waits on the caller's thread.
     *
     * @return cancelled by whoever asked once nobody waits for the verdict any more; what was claimed for it is then
     *     released
     */
    CompletableFuture<Verdict> ask(OnceCall call);

    /**
     * Lets go of all that the store holds. Claims that have not ended by then are cut off: whether those calls took
     * effect is not known. Closing twice does no harm.
     */
    @Override
    void close();
}
