package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls without Centrifugo (wire W12). */
class PlainHttpTest {

    private static final String LONG_SECRET = "0123456789abcdef".repeat(4);

    private final TestServer server = new TestServer(builder -> builder.plainHttp(true));
    private final String token = TokenIssuer.of(TestServer.TOKEN_SECRET).issue("42", Duration.ofMinutes(5));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersWithTheBareResult() {
        var response = call("tasks.get_stats", "Bearer " + token, "{\"user_id\":\"1\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"total\":2,\"completed\":0,\"pending\":2}");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void takesTheUserFromTheToken() {
        assertThat(call("tasks.who", "bearer " + token, "").body())
                .isEqualTo("{\"user_id\":\"42\",\"client_id\":\"\",\"method\":\"tasks.who\",\"transport\":\"HTTP\","
                        + "\"meta\":{\"role\":\"null\"}}");
    }

    @Test
    void answersAtOnceWhereNobodyWaits() {
        var response = call("tasks.notify", "Bearer " + token, "{\"what\":\"x\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("null");
    }

    @Test
    void putsCodesIntoTheStatus() {
        assertError(call("tasks.nope", "Bearer " + token, "{}"), 404, 404, "method_not_found");
        assertError(call("tasks.get_stats", "Bearer " + token, "{}"), 422, 422, "invalid_params");
        assertError(call("tasks.get_stats", "Bearer " + token, "{"), 400, 400, "bad_request");
        assertError(call("tasks.get_stats", "Bearer " + token, "{\"user_id\":\"1\"}x"), 400, 400, "bad_request");
        assertError(call("tasks.fail", "Bearer " + token, "{\"what\":\"declared\"}"), 422, 1404, "task_not_found");
        assertError(call("tasks.fail", "Bearer " + token, "{\"what\":\"x\"}"), 500, 500, "internal");
        assertError(call("tasks.slow", "Bearer " + token, "{\"what\":\"x\"}"), 408, 408, "deadline_exceeded");
        assertError(
                call("tasks.note", "Bearer " + token, "{\"text\":\"" + "x".repeat(2 << 20) + "\"}"),
                413,
                413,
                "too_large");
    }

    static Stream<String> wrongTokens() throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .subject("42")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .build();
        return Stream.of(
                "",
                "Bearer ",
                "Bearer nonsense",
                "Bearer a.b.c",
                "Basic " + TokenIssuer.of(TestServer.TOKEN_SECRET).issue("42", Duration.ofMinutes(5)),
                "Bearer " + new PlainJWT(claims).serialize(),
                "Bearer " + TokenIssuer.of("another-secret-another-secret-123").issue("42", Duration.ofMinutes(5)),
                "Bearer "
                        + signed(
                                JWSAlgorithm.HS256,
                                TestServer.TOKEN_SECRET,
                                new JWTClaimsSet.Builder().subject("42").build()),
                "Bearer "
                        + signed(
                                JWSAlgorithm.HS256,
                                TestServer.TOKEN_SECRET,
                                new JWTClaimsSet.Builder()
                                        .subject("42")
                                        .expirationTime(Date.from(Instant.now().minusSeconds(1)))
                                        .build()),
                "Bearer "
                        + signed(
                                JWSAlgorithm.HS256,
                                TestServer.TOKEN_SECRET,
                                new JWTClaimsSet.Builder(claims)
                                        .notBeforeTime(Date.from(Instant.now().plusSeconds(60)))
                                        .build()),
                "Bearer " + "x".repeat(7_000));
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void letsNobodyInWithAnotherToken(String authorization) {
        var response = call("tasks.who", authorization, "{}");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(response.body())
                .isEqualTo("{\"error\":{\"code\":401,\"name\":\"unauthenticated\",\"message\":\"A bearer token is"
                        + " missing, wrong or expired.\"}}");
    }

    @Test
    void saysItselfWhichAlgorithmCounts() throws JOSEException {
        try (var strong = new TestServer(builder -> builder.plainHttp(true)
                .config(server.config().centrifugoTokenHmacSecret(LONG_SECRET).build()))) {
            var claims = new JWTClaimsSet.Builder()
                    .subject("42")
                    .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                    .build();
            var ours = strong.send(strong.request("/rpc/tasks.who")
                    .header("Authorization", "Bearer " + signed(JWSAlgorithm.HS256, LONG_SECRET, claims))
                    .POST(HttpRequest.BodyPublishers.noBody()));
            var other = strong.send(strong.request("/rpc/tasks.who")
                    .header("Authorization", "Bearer " + signed(JWSAlgorithm.HS512, LONG_SECRET, claims))
                    .POST(HttpRequest.BodyPublishers.noBody()));

            assertThat(ours.statusCode()).isEqualTo(200);
            assertThat(other.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void refusesUserIdsThatAreNotSafe() throws JOSEException {
        var odd = signed(
                JWSAlgorithm.HS256,
                TestServer.TOKEN_SECRET,
                new JWTClaimsSet.Builder()
                        .subject("a,b")
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                        .build());

        assertError(call("tasks.who", "Bearer " + odd, "{}"), 403, 403, "permission_denied");
    }

    private static String signed(JWSAlgorithm algorithm, String secret, JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    private void assertError(HttpResponse<String> response, int status, int code, String name) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(server.tree(response.body()).path("error").path("code").asInt())
                .isEqualTo(code);
        assertThat(server.tree(response.body()).path("error").path("name").asText())
                .isEqualTo(name);
    }

    private HttpResponse<String> call(String method, String authorization, String body) {
        var request = server.request("/rpc/" + method).POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return server.send(request);
    }
}
