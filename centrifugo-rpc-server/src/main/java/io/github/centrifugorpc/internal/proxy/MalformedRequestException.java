package io.github.centrifugorpc.internal.proxy;

/** A body that cannot be read at all. Its message may be shown to the caller. */
public final class MalformedRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedRequestException(String message) {
        super(message);
    }
}
