package io.github.centrifugorpc.internal.dispatch;

import io.github.centrifugorpc.internal.registry.MethodErrors;
import io.github.centrifugorpc.internal.registry.RefusedByModelException;
import io.github.centrifugorpc.internal.registry.UnusableErrorException;
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
        var errors = call.request().method().errors();
        try {
            var error = errors.of(cause);
            if (error.isPresent()) {
                if (errors.isNewSurprise(cause)) {
                    tellSurprise(call, error.get(), cause);
                }
                return error.get();
            }
        } catch (UnusableErrorException e) {
            var errorId = newErrorId();
            log(
                    call,
                    "threw what callers cannot be told",
                    String.valueOf(e.getMessage()),
                    errorId,
                    e.getCause() == null ? cause : e);
            return WireError.internal(errorId);
        }
        var errorId = newErrorId();
        log(call, "failed", "", errorId, cause);
        return WireError.internal(errorId);
    }

    private static void tellSurprise(Call call, WireError error, Throwable thrown) {
        LOG.warn(
                "{} threw {} ('{}'), which its throws clause does not list: callers get it, and nothing has told them"
                        + " that they may. Fix: list it there and run the plugin. This is said once.",
                call.request().method().javaName(),
                thrown.getClass().getName(),
                error.name());
    }

    /** What the caller gets where the params have the right form, and their own class refuses them. */
    static WireError ofParams(Call call, RefusedByModelException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (MethodErrors.isForCallers(cause)) {
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
    static WireError ofReply(Call call, boolean isError, Throwable thrown) {
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
        log(
                call,
                isError ? "threw an error whose details cannot be sent" : "returned what cannot be sent",
                String.valueOf(thrown.getMessage()),
                errorId,
                thrown);
        return WireError.internal(errorId);
    }

    private static void log(Call call, String what, String why, String errorId, Throwable cause) {
        var line = call.request().method().javaName() + " of " + call.method() + " (correlation id "
                + call.correlationId() + ") " + what + "; the caller got error id " + errorId + "."
                + (why.isEmpty() ? "" : " " + why);
        try {
            LOG.error("{}", line, cause);
        } catch (RuntimeException | Error e) {
            // The log asks a throwable for its message, and this one's own code has failed to give it. Its caller is
            // answered all the same, and the log tells what can be told without asking.
            LOG.error("{} It was {}, at {}.", line, cause.getClass().getName(), List.of(cause.getStackTrace()));
        }
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
