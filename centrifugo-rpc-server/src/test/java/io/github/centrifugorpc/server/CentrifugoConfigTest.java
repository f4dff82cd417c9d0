package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;

class CentrifugoConfigTest {

    private static final Map<String, String> SMALLEST = Map.of(
            "CENTRIFUGO_API_URL", "http://localhost:8000/api",
            "CENTRIFUGO_API_KEY", "key",
            "CENTRIFUGO_PROXY_SECRET", "secret");

    @Test
    void settlesDefaultsForTheSmallestEnvironment() {
        var config = CentrifugoConfig.fromEnvironment(SMALLEST);

        assertThat(config.enabled()).isTrue();
        assertThat(config.centrifugoUrl()).isEmpty();
        assertThat(config.centrifugoApiUrl()).contains(URI.create("http://localhost:8000/api"));
        assertThat(config.centrifugoApiKey()).contains("key");
        assertThat(config.centrifugoTokenHmacSecret()).isEmpty();
        assertThat(config.proxySecrets()).containsExactly("secret");
        assertThat(config.insecure()).isFalse();
        assertThat(config.wrapperUrl()).isEqualTo(URI.create("http://localhost:8001"));
        assertThat(config.listen()).isEqualTo(InetSocketAddress.createUnresolved("localhost", 8001));
        assertThat(config.wrapperApiKey()).isEmpty();
        assertThat(config.ackTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.logLevel()).isEqualTo(Level.INFO);
        assertThat(config.logAllCalls()).isTrue();
        assertThat(config.logOnlyWithAck()).isFalse();
    }

    @Test
    void readsEverySetting() {
        var config = CentrifugoConfig.fromEnvironment(with(Map.ofEntries(
                Map.entry("CENTRIFUGO_ENABLED", "true"),
                Map.entry("CENTRIFUGO_URL", "wss://rt.example/connection/websocket"),
                Map.entry("CENTRIFUGO_TOKEN_HMAC_SECRET", "0123456789abcdef0123456789abcdef"),
                Map.entry("CENTRIFUGO_PROXY_SECRET", "new, old"),
                Map.entry("CENTRIFUGO_WRAPPER_URL", "http://tasks.internal:9000"),
                Map.entry("CENTRIFUGO_LISTEN", "[::1]:9001"),
                Map.entry("CENTRIFUGO_WRAPPER_API_KEY", "wrapper"),
                Map.entry("CENTRIFUGO_ACK_TIMEOUT", "45"),
                Map.entry("CENTRIFUGO_LOG_LEVEL", "warn"),
                Map.entry("CENTRIFUGO_LOG_ALL_CALLS", "FALSE"),
                Map.entry("CENTRIFUGO_LOG_ONLY_WITH_ACK", "true"))));

        assertThat(config.centrifugoUrl()).contains(URI.create("wss://rt.example/connection/websocket"));
        assertThat(config.centrifugoTokenHmacSecret()).contains("0123456789abcdef0123456789abcdef");
        assertThat(config.proxySecrets()).containsExactly("new", "old");
        assertThat(config.wrapperUrl()).isEqualTo(URI.create("http://tasks.internal:9000"));
        assertThat(config.listen()).isEqualTo(InetSocketAddress.createUnresolved("::1", 9001));
        assertThat(config.wrapperApiKey()).contains("wrapper");
        assertThat(config.ackTimeout()).isEqualTo(Duration.ofSeconds(45));
        assertThat(config.logLevel()).isEqualTo(Level.WARN);
        assertThat(config.logAllCalls()).isFalse();
        assertThat(config.logOnlyWithAck()).isTrue();
    }

    @Test
    void codeAndEnvironmentGiveTheSame() {
        var fromCode = CentrifugoConfig.builder()
                .enabled(true)
                .centrifugoUrl("ws://localhost:8000/connection/websocket")
                .centrifugoApiUrl("http://localhost:8000")
                .centrifugoApiKey("key")
                .centrifugoTokenHmacSecret("0123456789abcdef0123456789abcdef")
                .proxySecret("secret")
                .insecure(false)
                .wrapperUrl("http://localhost:8001")
                .listen("0.0.0.0:8001")
                .wrapperApiKey("wrapper")
                .ackTimeout(Duration.ofSeconds(5))
                .logLevel(Level.DEBUG)
                .logAllCalls(false)
                .logOnlyWithAck(true)
                .build();
        var fromEnvironment = CentrifugoConfig.fromEnvironment(with(Map.ofEntries(
                Map.entry("CENTRIFUGO_URL", "ws://localhost:8000/connection/websocket"),
                Map.entry("CENTRIFUGO_API_URL", "http://localhost:8000"),
                Map.entry("CENTRIFUGO_TOKEN_HMAC_SECRET", "0123456789abcdef0123456789abcdef"),
                Map.entry("CENTRIFUGO_WRAPPER_URL", "http://localhost:8001"),
                Map.entry("CENTRIFUGO_LISTEN", "0.0.0.0:8001"),
                Map.entry("CENTRIFUGO_WRAPPER_API_KEY", "wrapper"),
                Map.entry("CENTRIFUGO_ACK_TIMEOUT", "5"),
                Map.entry("CENTRIFUGO_LOG_LEVEL", "DEBUG"),
                Map.entry("CENTRIFUGO_LOG_ALL_CALLS", "false"),
                Map.entry("CENTRIFUGO_LOG_ONLY_WITH_ACK", "true"))));

        assertThat(fromCode).usingRecursiveComparison().isEqualTo(fromEnvironment);
    }

    @Test
    void addsThePathOfTheApiWhereOnlyAHostIsGiven() {
        assertThat(apiUrl("http://localhost:8000")).isEqualTo("http://localhost:8000/api");
        assertThat(apiUrl("http://localhost:8000/")).isEqualTo("http://localhost:8000/api");
        assertThat(apiUrl("https://host/centrifugo/api/")).isEqualTo("https://host/centrifugo/api");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8001, localhost:8001",
        "http://127.0.0.1:7000, 127.0.0.1:7000",
        "http://127.9.9.9:7000, 127.9.9.9:7000",
        "http://tasks.internal:8001, 0.0.0.0:8001",
        "http://localhost.example:8001, 0.0.0.0:8001",
        "http://tasks.internal, 0.0.0.0:80",
        "https://tasks.internal, 0.0.0.0:443"
    })
    void listensWhereOthersReachIt(String wrapperUrl, String expected) {
        var listen = CentrifugoConfig.fromEnvironment(with(Map.of("CENTRIFUGO_WRAPPER_URL", wrapperUrl)))
                .listen();

        assertThat(listen.getHostString() + ":" + listen.getPort()).isEqualTo(expected);
    }

    @Test
    void listensOnTheIpv6Loopback() {
        var listen = CentrifugoConfig.fromEnvironment(with(Map.of("CENTRIFUGO_WRAPPER_URL", "http://[::1]:8001")))
                .listen();

        assertThat(listen).isEqualTo(InetSocketAddress.createUnresolved("::1", 8001));
    }

    @Test
    void listsAllThatIsWrongInOneMessage() {
        assertThatThrownBy(() -> CentrifugoConfig.fromEnvironment(Map.of(
                        "CENTRIFUGO_URL", "http://localhost:8000",
                        "CENTRIFUGO_API_URL", "localhost:8000",
                        "CENTRIFUGO_TOKEN_HMAC_SECRET", "short",
                        "CENTRIFUGO_LISTEN", "8001",
                        "CENTRIFUGO_ACK_TIMEOUT", "0",
                        "CENTRIFUGO_LOG_LEVEL", "fatal",
                        "CENTRIFUGO_LOG_ALL_CALLS", "yes")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessage("""
                        [CRPC-501] The configuration has 9 problems:
                          - centrifugoUrl (CENTRIFUGO_URL) is not an address that starts with ws:// or wss:// and names a host. Fix: write it like ws://localhost:8000.
                          - centrifugoApiUrl (CENTRIFUGO_API_URL) is not an address that starts with http:// or https:// and names a host. Fix: write it like http://localhost:8000.
                          - listen (CENTRIFUGO_LISTEN) is "8001", which is not host:port. Fix: write it like 0.0.0.0:8001.
                          - ackTimeout (CENTRIFUGO_ACK_TIMEOUT) is "0", which is not a whole number of seconds from 1 to 300. Fix: write for example 30.
                          - logLevel (CENTRIFUGO_LOG_LEVEL) is "fatal", which is none of ERROR, WARN, INFO, DEBUG, TRACE. Fix: write one of these (Centrifugo reads the same variable: give each process its own environment).
                          - logAllCalls (CENTRIFUGO_LOG_ALL_CALLS) is "yes", which is neither true nor false. Fix: write true or false.
                          - centrifugoApiKey (CENTRIFUGO_API_KEY) is missing. Fix: set it to the value of http_api.key in Centrifugo's configuration.
                          - proxySecret (CENTRIFUGO_PROXY_SECRET) is missing. Fix: set it to a random text that Centrifugo sends as static header X-Centrifugo-Proxy-Secret; without it whoever reaches the port could claim to be any user (on a closed network insecure (CENTRIFUGO_INSECURE) = true does without).
                          - centrifugoTokenHmacSecret (CENTRIFUGO_TOKEN_HMAC_SECRET) has 5 bytes, and HS256 needs at least 32. Fix: take a longer one, for example from: openssl rand -hex 32.""");
    }

    @Test
    void doesWithoutAProxySecretOnlyWhereToldTo() {
        var environment = new HashMap<>(SMALLEST);
        environment.remove("CENTRIFUGO_PROXY_SECRET");
        environment.put("CENTRIFUGO_INSECURE", "true");

        assertThat(CentrifugoConfig.fromEnvironment(environment).proxySecrets()).isEmpty();
    }

    @Test
    void asksForNothingWhereItIsSwitchedOff() {
        assertThat(CentrifugoConfig.fromEnvironment(Map.of("CENTRIFUGO_ENABLED", "false"))
                        .enabled())
                .isFalse();
    }

    @Test
    void takesNoMoreThanTwoProxySecrets() {
        assertThatThrownBy(() -> CentrifugoConfig.fromEnvironment(with(Map.of("CENTRIFUGO_PROXY_SECRET", "a,b,c"))))
                .hasMessage("""
                        [CRPC-501] The configuration has 1 problem:
                          - proxySecret (CENTRIFUGO_PROXY_SECRET) has 3 values parted by commas. Fix: keep the one in use and, during rotation, the one before it.""");
    }

    @Test
    void readsValuesFromFiles(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("key"), "from-file\n");
        var environment = new HashMap<>(SMALLEST);
        environment.remove("CENTRIFUGO_API_KEY");
        environment.put("CENTRIFUGO_API_KEY_FILE", file.toString());

        assertThat(CentrifugoConfig.fromEnvironment(environment).centrifugoApiKey())
                .contains("from-file");
    }

    @Test
    void saysWhichFilesCannotBeRead(@TempDir Path folder) throws IOException {
        var empty = Files.writeString(folder.resolve("empty"), "\n");
        var absent = folder.resolve("absent");

        assertThatThrownBy(() -> CentrifugoConfig.fromEnvironment(with(Map.of(
                        "CENTRIFUGO_WRAPPER_API_KEY_FILE", empty.toString(),
                        "CENTRIFUGO_TOKEN_HMAC_SECRET_FILE", absent.toString(),
                        "CENTRIFUGO_API_KEY_FILE", absent.toString()))))
                .hasMessage("""
                        [CRPC-501] The configuration has 3 problems:
                          - CENTRIFUGO_API_KEY and CENTRIFUGO_API_KEY_FILE are both set, and only one can count. Fix: unset one of them.
                          - CENTRIFUGO_TOKEN_HMAC_SECRET_FILE names %s, which cannot be read as text. Fix: check the path and its permissions.
                          - CENTRIFUGO_WRAPPER_API_KEY_FILE names %s, which is empty. Fix: write the value into it, or unset the variable.""".formatted(absent, empty));
    }

    @Test
    void keepsSecretsOutOfItsText() {
        var text = CentrifugoConfig.fromEnvironment(with(Map.of(
                        "CENTRIFUGO_API_KEY", "hidden-1",
                        "CENTRIFUGO_PROXY_SECRET", "hidden-2",
                        "CENTRIFUGO_WRAPPER_API_KEY", "hidden-3",
                        "CENTRIFUGO_TOKEN_HMAC_SECRET", "hidden-4-hidden-4-hidden-4-hidden-4")))
                .toString();

        assertThat(text)
                .isEqualTo("CentrifugoConfig[enabled=true, centrifugoUrl=none,"
                        + " centrifugoApiUrl=http://localhost:8000/api, wrapperUrl=http://localhost:8001,"
                        + " listen=localhost:8001, insecure=false, ackTimeout=PT30S, logLevel=INFO, logAllCalls=true,"
                        + " logOnlyWithAck=false]");
    }

    @Test
    void refusesPartsOfASecondFromCode() {
        assertThatThrownBy(() -> CentrifugoConfig.builder()
                        .enabled(false)
                        .ackTimeout(Duration.ofMillis(1500))
                        .build())
                .hasMessage("""
                        [CRPC-501] The configuration has 1 problem:
                          - ackTimeout (CENTRIFUGO_ACK_TIMEOUT) is "PT1.5S", which is not a whole number of seconds from 1 to 300. Fix: write for example 30.""");
    }

    private static String apiUrl(String given) {
        return CentrifugoConfig.fromEnvironment(with(Map.of("CENTRIFUGO_API_URL", given)))
                .centrifugoApiUrl()
                .orElseThrow()
                .toString();
    }

    private static Map<String, String> with(Map<String, String> more) {
        var environment = new HashMap<>(SMALLEST);
        environment.putAll(more);
        return environment;
    }
}
