package io.github.centrifugorpc.internal.wire;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as a caller sees it (wire W5).
 *
 * @param details a value that travels as JSON, or null
 */
public record WireError(
        int code, String name, String message, @Nullable Object details) {

    /** One thing that is wrong with the params. */
    public record Violation(String path, String message) {}

    public static WireError badRequest(String message) {
        return new WireError(400, "bad_request", message, null);
    }

    public static WireError unauthenticated(String message) {
        return new WireError(401, "unauthenticated", message, null);
    }

    public static WireError permissionDenied(String message) {
        return new WireError(403, "permission_denied", message, null);
    }

    public static WireError methodNotFound(String message) {
        return new WireError(404, "method_not_found", message, null);
    }

    /** The time limit passed, before or after the handler began. */
    public static WireError deadlineExceeded(String method, Duration limit, boolean hasStarted) {
        var message = method + ": the time limit of " + Durations.text(limit) + " passed "
                + (hasStarted ? "while the handler ran." : "before the handler began; it was not run.");
        return new WireError(408, "deadline_exceeded", message, Map.of("started", hasStarted));
    }

    /** A correlation id that stands for another call already. */
    public static WireError conflict(String method) {
        return new WireError(
                409,
                "conflict",
                method + ": this correlation id was used for another call, of another method or with other params."
                        + " Nothing was run; every call needs an id of its own.",
                null);
    }

    /** A resend of a call of which this server cannot say whether it has been run. */
    public static WireError outcomeUnknown(String method) {
        return new WireError(
                410,
                "outcome_unknown",
                method + ": whether an earlier attempt was run is not known any more, so this one was not. Look"
                        + " whether it happened before you call again.",
                null);
    }

    public static WireError tooLarge(String message) {
        return new WireError(413, "too_large", message, null);
    }

    /** Params that do not fit; the message has the paths too, for callers whom details cannot reach. */
    public static WireError invalidParams(String method, List<Violation> violations) {
        var message = new StringBuilder(method + ": the params do not fit: ");
        int shown = 0;
        for (var violation : violations) {
            if (shown == 3) {
                message.append("; and ").append(violations.size() - shown).append(" more");
                break;
            }
            message.append(shown++ == 0 ? "" : "; ")
                    .append(violation.path())
                    .append(' ')
                    .append(violation.message());
        }
        return new WireError(422, "invalid_params", message.append('.').toString(), violations);
    }

    public static WireError overloaded(String message) {
        return new WireError(429, "overloaded", message, null);
    }

    /** The caller wants no answer any more. */
    public static WireError cancelled(String method) {
        return new WireError(499, "cancelled", method + ": cancelled by the caller.", null);
    }

    /** Something that is no business of the caller; the log has the rest under the same id. */
    public static WireError internal(String errorId) {
        return new WireError(
                500,
                "internal",
                "Internal error " + errorId + ". The server's log says more under this id.",
                Map.of("error_id", errorId));
    }

    /** 410: the server stops while the call is at work. Another server that ran it once more would run it twice. */
    public static WireError stoppedInMidCall(String method) {
        return new WireError(
                410,
                "outcome_unknown",
                method + ": the server stopped while it was running. Look whether it happened before you call again.",
                null);
    }

    public static WireError unavailable() {
        return new WireError(503, "unavailable", "The server is shutting down. Try again in a moment.", null);
    }

    /** A call that cannot be looked up among those that have been run, and so is not run. */
    public static WireError unavailableStore(String method) {
        return new WireError(
                503,
                "unavailable",
                method
                        + ": the server cannot look up at the moment whether this call was run before, so it was not run."
                        + " Try again in a moment.",
                null);
    }

    /** Whether the same call may succeed a little later. */
    public boolean isTemporary() {
        return code == 429 || code == 503;
    }
}
