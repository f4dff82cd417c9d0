package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenIssuerTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Instant NOW = Instant.parse("2026-11-30T16:30:00Z");

    private final TokenIssuer issuer = new TokenIssuer(SECRET, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void signsWhoAndHowLong() throws Exception {
        var token = SignedJWT.parse(issuer.issue("user-123", Duration.ofHours(1)));

        assertThat(token.verify(new MACVerifier(SECRET.getBytes(StandardCharsets.UTF_8))))
                .isTrue();
        assertThat(token.getHeader().toString()).isEqualTo("{\"alg\":\"HS256\"}");
        assertThat(token.getPayload().toJSONObject())
                .isEqualTo(Map.of(
                        "sub", "user-123",
                        "iat", NOW.getEpochSecond(),
                        "exp", NOW.plusSeconds(3600).getEpochSecond()));
    }

    @Test
    void addsChannelsAndInfo() throws Exception {
        var token =
                SignedJWT.parse(issuer.issue("user-123", Duration.ofHours(1), List.of("news"), Map.of("name", "Ada")));

        assertThat(token.getPayload().toJSONObject())
                .containsEntry("channels", List.of("news"))
                .containsEntry("info", Map.of("name", "Ada"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a#b", "a,b", "a:b", "ž", "a b", "a\nb"})
    void refusesIdsWhoseReplyChannelWouldNotBeSafe(String userId) {
        assertThatThrownBy(() -> issuer.issue(userId, Duration.ofHours(1)))
                .hasMessage("The user id \"" + userId.replace("\n", "?")
                        + "\" is not 1 to 128 of [A-Za-z0-9_.@-], so its reply channel would not be safe."
                        + " Fix: use such an id in tokens, for example a UUID or a database key.");
    }

    @Test
    void refusesIdsThatAreTooLong() {
        assertThat(issuer.issue("a".repeat(128), Duration.ofHours(1))).isNotEmpty();
        assertThatThrownBy(() -> issuer.issue("a".repeat(129), Duration.ofHours(1)))
                .hasMessageStartingWith("The user id \"" + "a".repeat(40) + "…\" is not 1 to 128");
    }

    @Test
    void refusesTokensThatAreOverBeforeTheyBegin() {
        assertThatThrownBy(() -> issuer.issue("ada", Duration.ZERO))
                .hasMessage("A token must be valid for at least a second, and PT0S is less.");
    }

    @Test
    void refusesShortSecrets() {
        assertThatThrownBy(() -> TokenIssuer.of("short"))
                .hasMessage("The token secret has 5 bytes, and HS256 needs at least 32."
                        + " Fix: take a longer one, for example from: openssl rand -hex 32");
    }

    @Test
    void takesItsSecretFromTheConfiguration() {
        var without = CentrifugoConfig.builder().enabled(false).build();
        var with = CentrifugoConfig.builder()
                .enabled(false)
                .centrifugoTokenHmacSecret(SECRET)
                .build();

        assertThat(TokenIssuer.of(with).issue("ada", Duration.ofHours(1))).isNotEmpty();
        assertThatThrownBy(() -> TokenIssuer.of(without))
                .hasMessage("Tokens cannot be issued without centrifugoTokenHmacSecret (CENTRIFUGO_TOKEN_HMAC_SECRET)."
                        + " Fix: set it to the value of client.token.hmac_secret_key in Centrifugo's configuration.");
    }
}
