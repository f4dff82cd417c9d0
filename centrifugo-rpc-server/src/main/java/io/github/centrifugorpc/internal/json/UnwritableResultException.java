package io.github.centrifugorpc.internal.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A result that cannot be sent. Its message names the member and the remedy and is meant for the log only. */
public final class UnwritableResultException extends IOException {

    private static final long serialVersionUID = 1L;

    UnwritableResultException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
