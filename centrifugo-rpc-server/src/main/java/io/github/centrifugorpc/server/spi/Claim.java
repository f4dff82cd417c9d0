package io.github.centrifugorpc.server.spi;

/**
 * The right to run a call, held by one server. It ends by one of the two methods, of which the first to be called counts.
 * A claim that ends by neither was cut off, with its server or by it: the call is never run again, and what is sent again
 * is answered {@link Verdict.Unknown} while the store remembers.
 *
 * <p>Both methods return at once. What becomes of them is the store's own concern, and its log's.
 */
public interface Claim {

    /**
     * The call has ended for good.
     *
     * @param reply repeated as it is to those who ask again; not to be changed
     */
    void keep(byte[] reply);

    /** The call was not run, or ended in a way that is not worth keeping; its next sending may be run. */
    void release();
}
