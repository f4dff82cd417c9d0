package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.module.SimpleModule;
import com.nimbusds.jwt.SignedJWT;
import io.github.centrifugorpc.WebsocketRpc;
import io.github.centrifugorpc.server.spi.JsonModules;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of {@code docs/backend-guide.md} that the sample server has no use for. */
class BackendGuideTest {

    private final FakeCentrifugo centrifugo = new FakeCentrifugo();
    private final String apiKey = FakeCentrifugo.API_KEY;
    private final String proxySecret = TestServer.PROXY_SECRET;
    private final String tokenSecret = TestServer.TOKEN_SECRET;

    @AfterEach
    void stop() {
        centrifugo.close();
    }

    @Test
    void theSmallestEnvironmentIsEnough() throws IOException {
        Map<String, String> environment = Files.readString(Path.of("../it/demo/server.env"))
                .lines()
                .dropWhile(line -> !line.equals("# region smallest"))
                .takeWhile(line -> !line.equals("# endregion"))
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(line -> line.split("=")[0], line -> line.split("=")[1]));

        var config = CentrifugoConfig.fromEnvironment(environment);

        assertThat(config.listen().getPort()).isEqualTo(8001);
        assertThat(TokenIssuer.of(config).issue("user-123", Duration.ofHours(1)))
                .isNotEmpty();
    }

    // region constraints
    public record Booking(
            @NotBlank String guest, @Min(1) @Max(8) int people, List<@Size(max = 80) String> wishes) {}
    // endregion

    public static final class Bookings {
        @WebsocketRpc("guide.book")
        public void book(Booking booking) {}
    }

    @Test
    void constraintsHoldAtTheDoor(@TempDir Path folder) {
        try (var server = new EchoServer(
                new Bookings(),
                folder,
                List.of("guide.book:" + Json.type("Booking") + "->"),
                Json.object(
                        Booking.class,
                        Json.required("guest", Json.scalar("string")),
                        Json.required("people", Json.scalar("int")),
                        Json.optional("wishes", Json.list(Json.scalar("string")))))) {
            assertThat(server.call("guide.book", "{\"guest\":\"\",\"people\":9}"))
                    .isEqualTo("""
                            $.guest must not be blank
                            $.people must be less than or equal to 8""");
        }
    }

    @Test
    void modulesForOtherTypes() {
        var yearMonth = new SimpleModule();
        var builder = RpcServer.builder();
        // region modules
        builder.jsonModules(JsonModules.of(yearMonth));
        // endregion
        assertThat(JsonModules.of(yearMonth).modules()).containsExactly(yearMonth);
    }

    @Test
    void settingsFromCode() {
        // region config
        CentrifugoConfig config = CentrifugoConfig.builder()
                .centrifugoApiUrl("http://centrifugo:8000/api")
                .centrifugoApiKey(apiKey)
                .centrifugoTokenHmacSecret(tokenSecret)
                .proxySecret(proxySecret)
                .listen("0.0.0.0:8001")
                .ackTimeout(Duration.ofSeconds(10))
                .build();
        // endregion

        assertThat(config.ackTimeout()).hasSeconds(10);
        assertThat(config.listen().getPort()).isEqualTo(8001);
    }

    @Test
    void aServerWithEveryOptionAnswersPlainHttp() throws Exception {
        var config = CentrifugoConfig.builder()
                .centrifugoApiUrl(centrifugo.url())
                .centrifugoApiKey(apiKey)
                .centrifugoTokenHmacSecret(tokenSecret)
                .proxySecret(proxySecret)
                .listen("127.0.0.1:0")
                .build();
        // region server
        RpcServer server = RpcServer.builder()
                .config(config)
                .handlers(new TaskHandlers())
                .plainHttp(true)
                .developmentMode(true)
                .soleReplica()
                .drainLimit(Duration.ofSeconds(30))
                .build()
                .start();
        // endregion
        try (server) {
            // region router
            for (Router.Method method : server.router().methods()) {
                System.out.println(method.name() + " -> " + method.handler() + ", at most " + method.timeLimit());
            }
            // endregion
            assertThat(server.router().method("tasks.clear")).isPresent();

            var token = TokenIssuer.of(config).issue("42", Duration.ofMinutes(5));
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                            + server.address().getPort() + "/rpc/tasks.get_stats"))
                                    .header("Authorization", "Bearer " + token)
                                    .timeout(Duration.ofSeconds(20))
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"user_id\":\"42\"}"))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.body()).isEqualTo("{\"total\":2,\"completed\":0,\"pending\":2}");
        }
    }

    @Test
    void tokensWithChannelsAndInfo() throws ParseException {
        // region token
        TokenIssuer tokens = TokenIssuer.of(tokenSecret);
        String token = tokens.issue("user-123", Duration.ofMinutes(10), List.of("news"), Map.of("name", "Ada"));
        // endregion

        var claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("user-123");
        assertThat(claims.getStringListClaim("channels")).containsExactly("news");
        assertThat(claims.getJSONObjectClaim("info")).containsEntry("name", "Ada");
    }
}
