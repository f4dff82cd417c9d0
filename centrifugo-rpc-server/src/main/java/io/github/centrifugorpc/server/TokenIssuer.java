package io.github.centrifugorpc.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.KeyLengthException;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.centrifugorpc.internal.wire.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * Signs the tokens with which clients connect to Centrifugo (HS256 with {@code sub}, {@code exp}, {@code iat} and, if
 * asked, {@code channels} and {@code info}). Safe for use by many threads.
 */
public final class TokenIssuer {

    static final int LEAST_SECRET_BYTES = 32;

    private final JWSSigner signer;
    private final Clock clock;

    TokenIssuer(String secret, Clock clock) {
        try {
            this.signer = new MACSigner(secret.getBytes(StandardCharsets.UTF_8));
        } catch (KeyLengthException e) {
            throw new IllegalArgumentException(
                    "The token secret has " + secret.getBytes(StandardCharsets.UTF_8).length
                            + " bytes, and HS256 needs at least " + LEAST_SECRET_BYTES
                            + ". Fix: take a longer one, for example from: openssl rand -hex 32",
                    e);
        }
        this.clock = clock;
    }

    /**
     * An issuer with the given secret.
     *
     * @param secret the value of {@code client.token.hmac_secret_key} in Centrifugo's configuration
     * @throws IllegalArgumentException if the secret is shorter than 32 bytes
     */
    public static TokenIssuer of(String secret) {
        return new TokenIssuer(secret, Clock.systemUTC());
    }

    /**
     * An issuer with the secret of a configuration.
     *
     * @throws IllegalArgumentException if the configuration has no {@code centrifugoTokenHmacSecret}
     */
    public static TokenIssuer of(CentrifugoConfig config) {
        return of(config.centrifugoTokenHmacSecret()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Tokens cannot be issued without " + Setting.TOKEN_HMAC_SECRET.inBoth()
                                + ". Fix: set it to the value of client.token.hmac_secret_key in Centrifugo's"
                                + " configuration.")));
    }

    /**
     * A token for a user.
     *
     * @param userId 1 to 128 of {@code [A-Za-z0-9_.@-]}
     * @param validFor at least a second
     */
    public String issue(String userId, Duration validFor) {
        return issue(userId, validFor, List.of(), Map.of());
    }

    /**
     * A token for a user.
     *
     * @param userId 1 to 128 of {@code [A-Za-z0-9_.@-]}
     * @param validFor at least a second
     * @param channels what the server subscribes the connection to; none if empty
     * @param info what others see of the connection: strings, numbers, booleans, lists and maps of them; none if empty
     */
    public String issue(String userId, Duration validFor, List<String> channels, Map<String, ?> info) {
        UserId.requireValid(userId);
        if (validFor.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "A token must be valid for at least a second, and " + validFor + " is less.");
        }
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .subject(userId)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(validFor)));
        if (!channels.isEmpty()) {
            claims.claim("channels", List.copyOf(channels));
        }
        if (!info.isEmpty()) {
            claims.claim("info", info);
        }
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("The token for user " + userId + " could not be signed.", e);
        }
        return token.serialize();
    }
}
