package io.github.centrifugorpc.internal.once;

import io.github.centrifugorpc.internal.once.Reply.Failure;

/** A reply with the time since when it is kept. */
record KeptReply(CallPrint print, Reply reply, long keptNanos) {

    /** Objects, a place in a map, an id: what a reply costs beside its JSON, rounded up. */
    static final int OWN_BYTES = 512;

    /** About what it takes of the heap; as each takes some, a bound on bytes bounds the count too. */
    long bytes() {
        long text = reply instanceof Failure failure ? 2L * failure.message().length() : 0;
        return OWN_BYTES + reply.json().length + text;
    }
}
