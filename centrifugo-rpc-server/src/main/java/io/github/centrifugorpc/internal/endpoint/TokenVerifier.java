package io.github.centrifugorpc.internal.endpoint;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out whose token it is. The algorithm is ours to say, never the token's. */
public final class TokenVerifier {

    private static final String SCHEME = "Bearer ";
    private static final int MOST_CHARACTERS = 8192;

    private final JWSVerifier verifier;
    private final Clock clock;

    public TokenVerifier(String secret, Clock clock) {
        try {
            this.verifier = new MACVerifier(secret.getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("The token secret is too short for HS256.", e);
        }
        this.clock = clock;
    }

    /** The user behind an {@code Authorization} header; empty where there is no valid token. */
    Optional<String> userOf(@Nullable String authorization) {
        if (authorization == null
                || authorization.length() > MOST_CHARACTERS
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            var token = SignedJWT.parse(authorization.substring(SCHEME.length()).strip());
            if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm()) || !token.verify(verifier)) {
                return Optional.empty();
            }
            var claims = token.getJWTClaimsSet();
            var now = clock.instant();
            var expires = claims.getExpirationTime();
            var begins = claims.getNotBeforeTime();
            boolean isCurrent = expires != null
                    && expires.toInstant().isAfter(now)
                    && (begins == null || !begins.toInstant().isAfter(now));
            return isCurrent ? Optional.ofNullable(claims.getSubject()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
