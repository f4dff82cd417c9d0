package io.github.centrifugorpc.internal.dispatch;

import java.io.IOException;

/** A reply that is longer than the server sends (wire W9). */
public final class ReplyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int mostBytes;

    public ReplyTooLargeException(int mostBytes) {
        super("the reply is longer than " + mostBytes + " bytes");
        this.mostBytes = mostBytes;
    }

    /** The limit. */
    public int mostBytes() {
        return mostBytes;
    }
}
