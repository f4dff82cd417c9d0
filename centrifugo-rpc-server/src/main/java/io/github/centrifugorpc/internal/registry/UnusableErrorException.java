package io.github.centrifugorpc.internal.registry;

import org.jspecify.annotations.Nullable;

/** An exception was meant for the caller and cannot be sent; the message says why, for the log. */
public final class UnusableErrorException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableErrorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
