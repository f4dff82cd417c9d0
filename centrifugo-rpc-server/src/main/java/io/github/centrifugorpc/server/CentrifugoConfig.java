package io.github.centrifugorpc.server;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.event.Level;

/**
 * The settings of a server, complete and valid. Each one comes from code ({@link #builder()}) or from an environment
 * variable ({@link #fromEnvironment()}), which has a twin ending in {@code _FILE} that names a file with the value.
 */
public final class CentrifugoConfig {

    private final boolean enabled;
    private final Optional<URI> centrifugoUrl;
    private final Optional<URI> centrifugoApiUrl;
    private final Optional<Secret> centrifugoApiKey;
    private final Optional<Secret> centrifugoTokenHmacSecret;
    private final List<Secret> proxySecrets;
    private final boolean insecure;
    private final URI wrapperUrl;
    private final InetSocketAddress listen;
    private final Optional<Secret> wrapperApiKey;
    private final Duration ackTimeout;
    private final Level logLevel;
    private final boolean logAllCalls;
    private final boolean logOnlyWithAck;

    CentrifugoConfig(SettingsReader settings) {
        enabled = settings.flag(Setting.ENABLED, true);
        insecure = settings.flag(Setting.INSECURE, false);
        centrifugoUrl = settings.url(Setting.CENTRIFUGO_URL, "ws", "wss");
        centrifugoApiUrl = settings.url(Setting.API_URL, "http", "https").map(CentrifugoConfig::withApiPath);
        centrifugoApiKey = settings.secret(Setting.API_KEY);
        centrifugoTokenHmacSecret = settings.secret(Setting.TOKEN_HMAC_SECRET);
        proxySecrets = settings.secrets(Setting.PROXY_SECRET);
        wrapperUrl = settings.url(Setting.WRAPPER_URL, "http", "https").orElse(URI.create("http://localhost:8001"));
        listen = settings.address(Setting.LISTEN).orElseGet(() -> ListenAddress.of(wrapperUrl));
        wrapperApiKey = settings.secret(Setting.WRAPPER_API_KEY);
        ackTimeout = settings.seconds(Setting.ACK_TIMEOUT, Duration.ofSeconds(30), Duration.ofMinutes(5));
        logLevel = settings.level(Setting.LOG_LEVEL, Level.INFO);
        logAllCalls = settings.flag(Setting.LOG_ALL_CALLS, true);
        logOnlyWithAck = settings.flag(Setting.LOG_ONLY_WITH_ACK, false);
        if (enabled) {
            requireWhatAServerNeeds(settings);
        }
        settings.throwIfAnyIsWrong();
    }

    /** Settings from code. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Settings from this process's environment.
     *
     * @throws InvalidConfigException naming everything that is wrong, at once
     */
    public static CentrifugoConfig fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    /**
     * Settings from the given variables.
     *
     * @throws InvalidConfigException naming everything that is wrong, at once
     */
    public static CentrifugoConfig fromEnvironment(Map<String, String> environment) {
        return new CentrifugoConfig(SettingsReader.ofEnvironment(environment));
    }

    /** {@code CENTRIFUGO_ENABLED}, by default true. When false, {@link RpcServer#start()} binds nothing. */
    public boolean enabled() {
        return enabled;
    }

    /** {@code CENTRIFUGO_URL}: the WebSocket address for clients, handed out and never called by the server. */
    public Optional<URI> centrifugoUrl() {
        return centrifugoUrl;
    }

    /** {@code CENTRIFUGO_API_URL}: Centrifugo's HTTP API; {@code /api} is added where only a host is given. */
    public Optional<URI> centrifugoApiUrl() {
        return centrifugoApiUrl;
    }

    /** {@code CENTRIFUGO_API_KEY}: the key to Centrifugo's HTTP API. */
    public Optional<String> centrifugoApiKey() {
        return centrifugoApiKey.map(Secret::value);
    }

    /** {@code CENTRIFUGO_TOKEN_HMAC_SECRET}: signs and verifies clients' tokens; at least 32 bytes. */
    public Optional<String> centrifugoTokenHmacSecret() {
        return centrifugoTokenHmacSecret.map(Secret::value);
    }

    /**
     * {@code CENTRIFUGO_PROXY_SECRET}: the accepted values of {@code X-Centrifugo-Proxy-Secret}, two while they are
     * being rotated; none only where {@link #insecure()}.
     */
    public List<String> proxySecrets() {
        return proxySecrets.stream().map(Secret::value).toList();
    }

    /** {@code CENTRIFUGO_INSECURE}, by default false: whoever reaches the port may claim to be any user. */
    public boolean insecure() {
        return insecure;
    }

    /** {@code CENTRIFUGO_WRAPPER_URL}, by default {@code http://localhost:8001}: this process as others see it. */
    public URI wrapperUrl() {
        return wrapperUrl;
    }

    /**
     * {@code CENTRIFUGO_LISTEN}, {@code host:port}. By default the port of {@link #wrapperUrl()}, on the loopback where
     * its host is one and on every interface otherwise.
     */
    public InetSocketAddress listen() {
        return listen;
    }

    /** {@code CENTRIFUGO_WRAPPER_API_KEY}: opens {@code POST /publish} and {@code GET /health}. */
    public Optional<String> wrapperApiKey() {
        return wrapperApiKey.map(Secret::value);
    }

    /** {@code CENTRIFUGO_ACK_TIMEOUT}, in seconds, by default 30: the time limit of a call that has none of its own. */
    public Duration ackTimeout() {
        return ackTimeout;
    }

    /** {@code CENTRIFUGO_LOG_LEVEL}, by default INFO: the least severe line that the call log writes. */
    public Level logLevel() {
        return logLevel;
    }

    /** {@code CENTRIFUGO_LOG_ALL_CALLS}, by default true; when false, the call log has only what went wrong. */
    public boolean logAllCalls() {
        return logAllCalls;
    }

    /** {@code CENTRIFUGO_LOG_ONLY_WITH_ACK}, by default false: log publications only where they ask for acknowledgement. */
    public boolean logOnlyWithAck() {
        return logOnlyWithAck;
    }

    /** The settings without their secrets. */
    @Override
    public String toString() {
        return "CentrifugoConfig[enabled=" + enabled
                + ", centrifugoUrl=" + centrifugoUrl.map(URI::toString).orElse("none")
                + ", centrifugoApiUrl=" + centrifugoApiUrl.map(URI::toString).orElse("none")
                + ", wrapperUrl=" + wrapperUrl
                + ", listen=" + listen.getHostString() + ":" + listen.getPort()
                + ", insecure=" + insecure
                + ", ackTimeout=" + ackTimeout
                + ", logLevel=" + logLevel
                + ", logAllCalls=" + logAllCalls
                + ", logOnlyWithAck=" + logOnlyWithAck
                + "]";
    }

    private void requireWhatAServerNeeds(SettingsReader settings) {
        settings.require(Setting.API_URL, "for example http://localhost:8000/api");
        settings.require(Setting.API_KEY, "the value of http_api.key in Centrifugo's configuration");
        if (proxySecrets.isEmpty() && !insecure) {
            settings.require(
                    Setting.PROXY_SECRET,
                    "a random text that Centrifugo sends as static header X-Centrifugo-Proxy-Secret; without it whoever"
                            + " reaches the port could claim to be any user (on a closed network "
                            + Setting.INSECURE.inBoth() + " = true does without)");
        }
        centrifugoTokenHmacSecret.ifPresent(secret -> {
            int bytes = secret.value().getBytes(StandardCharsets.UTF_8).length;
            if (bytes < TokenIssuer.LEAST_SECRET_BYTES) {
                settings.reject(
                        Setting.TOKEN_HMAC_SECRET,
                        "has " + bytes + " bytes, and HS256 needs at least " + TokenIssuer.LEAST_SECRET_BYTES,
                        "take a longer one, for example from: openssl rand -hex 32");
            }
        });
    }

    private static URI withApiPath(URI url) {
        var text = url.toString().replaceAll("/+$", "");
        return URI.create(url.getRawPath().replace("/", "").isEmpty() ? text + "/api" : text);
    }

    /** Collects settings; nothing is checked before {@link #build()}. */
    public static final class Builder {

        private final SettingsReader.Values values = new SettingsReader.Values();

        private Builder() {}

        /** See {@link CentrifugoConfig#enabled()}. */
        public Builder enabled(boolean enabled) {
            return with(Setting.ENABLED, Boolean.toString(enabled));
        }

        /** See {@link CentrifugoConfig#centrifugoUrl()}. */
        public Builder centrifugoUrl(String url) {
            return with(Setting.CENTRIFUGO_URL, url);
        }

        /** See {@link CentrifugoConfig#centrifugoApiUrl()}. */
        public Builder centrifugoApiUrl(String url) {
            return with(Setting.API_URL, url);
        }

        /** See {@link CentrifugoConfig#centrifugoApiKey()}. */
        public Builder centrifugoApiKey(String key) {
            return with(Setting.API_KEY, key);
        }

        /** See {@link CentrifugoConfig#centrifugoTokenHmacSecret()}. */
        public Builder centrifugoTokenHmacSecret(String secret) {
            return with(Setting.TOKEN_HMAC_SECRET, secret);
        }

        /** See {@link CentrifugoConfig#proxySecrets()}; two values parted by a comma during rotation. */
        public Builder proxySecret(String secret) {
            return with(Setting.PROXY_SECRET, secret);
        }

        /** See {@link CentrifugoConfig#insecure()}. */
        public Builder insecure(boolean insecure) {
            return with(Setting.INSECURE, Boolean.toString(insecure));
        }

        /** See {@link CentrifugoConfig#wrapperUrl()}. */
        public Builder wrapperUrl(String url) {
            return with(Setting.WRAPPER_URL, url);
        }

        /** See {@link CentrifugoConfig#listen()}. */
        public Builder listen(String hostAndPort) {
            return with(Setting.LISTEN, hostAndPort);
        }

        /** See {@link CentrifugoConfig#wrapperApiKey()}. */
        public Builder wrapperApiKey(String key) {
            return with(Setting.WRAPPER_API_KEY, key);
        }

        /** See {@link CentrifugoConfig#ackTimeout()}; whole seconds. */
        public Builder ackTimeout(Duration timeout) {
            return with(
                    Setting.ACK_TIMEOUT,
                    timeout.toSecondsPart() >= 0 && timeout.toNanosPart() == 0
                            ? Long.toString(timeout.toSeconds())
                            : timeout.toString());
        }

        /** See {@link CentrifugoConfig#logLevel()}. */
        public Builder logLevel(Level level) {
            return with(Setting.LOG_LEVEL, level.name());
        }

        /** See {@link CentrifugoConfig#logAllCalls()}. */
        public Builder logAllCalls(boolean logAllCalls) {
            return with(Setting.LOG_ALL_CALLS, Boolean.toString(logAllCalls));
        }

        /** See {@link CentrifugoConfig#logOnlyWithAck()}. */
        public Builder logOnlyWithAck(boolean logOnlyWithAck) {
            return with(Setting.LOG_ONLY_WITH_ACK, Boolean.toString(logOnlyWithAck));
        }

        /**
         * The settings, checked.
         *
         * @throws InvalidConfigException naming everything that is wrong, at once
         */
        public CentrifugoConfig build() {
            return new CentrifugoConfig(SettingsReader.ofCode(values));
        }

        private Builder with(Setting setting, String value) {
            values.put(setting, value);
            return this;
        }
    }
}
