package io.github.centrifugorpc.internal.endpoint;

import io.github.centrifugorpc.internal.once.CallPrint;
import io.github.centrifugorpc.internal.proxy.Envelope;
import io.github.centrifugorpc.internal.registry.HandlerMethod;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.wire.Shorten;
import io.github.centrifugorpc.internal.wire.UserId;
import io.github.centrifugorpc.internal.wire.WireError;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may call what, and for how long; the same on every transport. */
public final class CallTerms {

    private static final int MOST_NEAR_NAMES = 3;

    private final MethodTable methods;
    private final boolean isDevelopment;

    /**
     * Terms.
     *
     * @param isDevelopment tells callers which names they may have meant
     */
    public CallTerms(MethodTable methods, boolean isDevelopment) {
        this.methods = methods;
        this.isDevelopment = isDevelopment;
    }

    /** Why this user may not call; the method decides about callers without a user where that is possible. */
    static Optional<WireError> refusal(String userId, boolean isAnonymousAllowed) {
        if (userId.isEmpty()) {
            return isAnonymousAllowed
                    ? Optional.empty()
                    : Optional.of(WireError.unauthenticated(
                            "The connection has no user. Connect with a token that has a sub."));
        }
        return UserId.isValid(userId)
                ? Optional.empty()
                : Optional.of(WireError.permissionDenied("The user id must be 1 to 128 of [A-Za-z0-9_.@-]."));
    }

    WireError unknown(String name) {
        var message = new StringBuilder("There is no method \"" + Shorten.text(name) + "\".");
        if (isDevelopment) {
            var near = methods.all().stream()
                    .map(HandlerMethod::name)
                    .filter(known -> distance(known, name) <= Math.max(2, known.length() / 3))
                    .sorted(Comparator.comparingInt((String known) -> distance(known, name))
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(MOST_NEAR_NAMES)
                    .toList();
            if (!near.isEmpty()) {
                message.append(" Did you mean ").append(String.join(", ", near)).append('?');
            }
        }
        return WireError.methodNotFound(message.toString());
    }

    /** What is left for a call: what the caller says, and never more than the method's own limit (wire W6). */
    static Duration timeLimit(HandlerMethod method, Optional<Duration> timeLeft) {
        return timeLeft.filter(left -> left.compareTo(method.timeLimit()) < 0).orElse(method.timeLimit());
    }

    /** By what a resend is known to be the same call; null where the caller gave no id to ask by again (wire W7). */
    static @Nullable CallPrint print(HandlerMethod method, Envelope envelope) {
        if (envelope.correlationId() == null) {
            return null;
        }
        var params = envelope.rawParams();
        return new CallPrint(method.name(), params == null ? 0 : params.fingerprint());
    }

    /** Changes of one character that lead from one name to the other; names are short. */
    private static int distance(String known, String given) {
        var name = given.length() > 128 ? given.substring(0, 128) : given;
        var row = new int[name.length() + 1];
        for (int j = 0; j <= name.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= known.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= name.length(); j++) {
                int changed = diagonal + (known.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[name.length()];
    }
}
