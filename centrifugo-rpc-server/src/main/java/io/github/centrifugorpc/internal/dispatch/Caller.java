package io.github.centrifugorpc.internal.dispatch;

import java.util.Map;

/**
 * Who calls, as asserted by Centrifugo or by a verified token.
 *
 * @param userId empty for a connection without a user
 * @param clientId the connection; empty where there is none
 * @param meta the token's {@code meta}, deeply immutable
 */
public record Caller(String userId, String clientId, Map<String, Object> meta) {

    /** Whose share of the server's places the call takes, and to whom its correlation id belongs. */
    String account() {
        return userId.isEmpty() ? "client:" + clientId : "user:" + userId;
    }
}
