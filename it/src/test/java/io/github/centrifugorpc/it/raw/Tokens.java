package io.github.centrifugorpc.it.raw;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.centrifugorpc.it.container.CentrifugoContainer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Clients' tokens, made without the product's own issuer. */
public final class Tokens {
    private Tokens() {}

    /** A token that Centrifugo accepts. */
    public static String validFor(String userId, Duration lifetime) {
        Instant now = Instant.now();
        return sign(userId, now, now.plus(lifetime), CentrifugoContainer.TOKEN_SECRET);
    }

    /** A token whose time is over. */
    public static String expired(String userId) {
        Instant past = Instant.now().minus(Duration.ofHours(1));
        return sign(userId, past, past.plusSeconds(60), CentrifugoContainer.TOKEN_SECRET);
    }

    /** A token that somebody else signed. */
    public static String signedByAnotherSecret(String userId) {
        Instant now = Instant.now();
        return sign(userId, now, now.plusSeconds(60), "not-" + CentrifugoContainer.TOKEN_SECRET);
    }

    private static String sign(String userId, Instant issued, Instant expires, String secret) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(userId)
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(expires))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
