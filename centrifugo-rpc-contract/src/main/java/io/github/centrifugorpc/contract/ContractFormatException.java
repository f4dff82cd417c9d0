package io.github.centrifugorpc.contract;

import org.jspecify.annotations.Nullable;

/** A text that should have been a contract and is not. */
public final class ContractFormatException extends RuntimeException {

    ContractFormatException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
