package io.github.centrifugorpc.internal.once;

/** A reply with the time since when it is kept. */
final class KeptReply {

    /** Objects, a place in a map, an id: what a reply costs beside its JSON, rounded up. */
    static final int OWN_BYTES = 512;

    private final CallPrint print;
    private final byte[] reply;
    private final long keptNanos;

    KeptReply(CallPrint print, byte[] reply, long keptNanos) {
        this.print = print;
        this.reply = reply;
        this.keptNanos = keptNanos;
    }

    CallPrint print() {
        return print;
    }

    byte[] reply() {
        return reply;
    }

    long keptNanos() {
        return keptNanos;
    }

    /** About what it takes of the heap; as each takes some, a bound on bytes bounds the count too. */
    long bytes() {
        return (long) OWN_BYTES + reply.length;
    }
}
