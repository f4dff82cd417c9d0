package io.github.centrifugorpc.internal.dispatch;

import io.github.centrifugorpc.RpcException;
import io.github.centrifugorpc.internal.registry.RefusedByModelException;
import io.github.centrifugorpc.internal.wire.WireError;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where throwables become codes (wire W5). What callers must not see goes to the log under an id. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.centrifugorpc.errors");

    private Failures() {}

    /** What the caller gets for what a handler threw. */
    static WireError ofHandler(Call call, Throwable thrown) {
        var cause = unwrapped(thrown);
        if (cause instanceof RpcException declared) {
            return new WireError(
                    declared.code(), declared.name(), String.valueOf(declared.getMessage()), declared.details());
        }
        var errorId = newErrorId();
        LOG.error(
                "{} of {} (correlation id {}) failed; the caller got error id {}.",
                call.request().method().javaName(),
                call.method(),
                call.correlationId(),
                errorId,
                cause);
        return WireError.internal(errorId);
    }

    /** What the caller gets where the params have the right form, and their own class refuses them. */
    static WireError ofParams(Call call, RefusedByModelException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RpcException) {
                return ofHandler(call, cause);
            }
        }
        // Its message may repeat what the caller sent, which is never logged (wire W13).
        LOG.info(
                "{} (correlation id {}): the params were refused by their own class, with {}.",
                call.method(),
                call.correlationId(),
                rootOf(thrown).getClass().getName());
        return WireError.invalidParams(call.method(), List.of(thrown.violation()));
    }

    private static Throwable rootOf(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** What the caller gets instead of a reply that cannot be written. */
    static WireError ofReply(Call call, Throwable thrown) {
        if (thrown instanceof ReplyTooLargeException tooLarge) {
            LOG.warn(
                    "The reply of {} (correlation id {}) is longer than {} bytes and was not sent. Fix: return less, for"
                            + " example in pages.",
                    call.method(),
                    call.correlationId(),
                    tooLarge.mostBytes());
            return WireError.tooLarge(call.method() + ": the reply is longer than the server's limit of "
                    + tooLarge.mostBytes() + " bytes.");
        }
        var errorId = newErrorId();
        LOG.error(
                "{} of {} (correlation id {}) returned what cannot be sent; the caller got error id {}. {}",
                call.request().method().javaName(),
                call.method(),
                call.correlationId(),
                errorId,
                thrown.getMessage(),
                thrown);
        return WireError.internal(errorId);
    }

    private static Throwable unwrapped(Throwable thrown) {
        var cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String newErrorId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }
}
