package io.github.centrifugorpc.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.event.Level;

/** Reads settings one by one and remembers what is wrong, so that one message can list it all. */
final class SettingsReader {

    private static final int MOST_PROXY_SECRETS = 2;

    private final Map<Setting, String> values;
    private final Set<Setting> unreadable = EnumSet.noneOf(Setting.class);
    private final List<String> problems = new ArrayList<>();

    private SettingsReader(Map<Setting, String> values) {
        this.values = new EnumMap<>(Setting.class);
        values.forEach((setting, value) -> {
            // An empty variable is how shells and compose files say "not set".
            if (!value.isBlank()) {
                this.values.put(setting, value.strip());
            }
        });
    }

    static SettingsReader ofCode(Values values) {
        return new SettingsReader(values.bySetting);
    }

    static SettingsReader ofEnvironment(Map<String, String> environment) {
        var reader = new SettingsReader(Map.of());
        for (var setting : Setting.values()) {
            reader.readVariable(setting, environment);
        }
        return reader;
    }

    private void readVariable(Setting setting, Map<String, String> environment) {
        var value = environment.getOrDefault(setting.variable(), "").strip();
        var file = environment.getOrDefault(setting.fileVariable(), "").strip();
        if (!value.isEmpty() && !file.isEmpty()) {
            unreadable.add(setting);
            problems.add(setting.variable() + " and " + setting.fileVariable()
                    + " are both set, and only one can count. Fix: unset one of them.");
        } else if (!file.isEmpty()) {
            readFile(setting, file);
        } else if (!value.isEmpty()) {
            values.put(setting, value);
        }
    }

    private void readFile(Setting setting, String file) {
        try {
            var value = Files.readString(Path.of(file)).strip();
            if (!value.isEmpty()) {
                values.put(setting, value);
                return;
            }
            problems.add(setting.fileVariable() + " names " + file
                    + ", which is empty. Fix: write the value into it, or unset the variable.");
        } catch (IOException | InvalidPathException e) {
            problems.add(setting.fileVariable() + " names " + file
                    + ", which cannot be read as text. Fix: check the path and its permissions.");
        }
        unreadable.add(setting);
    }

    boolean flag(Setting setting, boolean fallback) {
        return text(setting)
                .map(value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> {
                        reject(setting, "is \"" + value + "\", which is neither true nor false", "write true or false");
                        yield fallback;
                    }
                })
                .orElse(fallback);
    }

    Optional<URI> url(Setting setting, String scheme, String secureScheme) {
        return text(setting).flatMap(value -> {
            try {
                var url = new URI(value);
                var given = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
                if ((given.equals(scheme) || given.equals(secureScheme))
                        && url.getHost() != null
                        && url.getRawUserInfo() == null) {
                    return Optional.of(url);
                }
            } catch (URISyntaxException e) {
                // Said below, together with addresses of another kind.
            }
            reject(
                    setting,
                    "is not an address that starts with " + scheme + ":// or " + secureScheme + ":// and names a host",
                    "write it like " + scheme + "://localhost:8000");
            return Optional.empty();
        });
    }

    Optional<Secret> secret(Setting setting) {
        return text(setting).map(Secret::new);
    }

    List<Secret> secrets(Setting setting) {
        var secrets = text(setting).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(Secret::new)
                .toList();
        if (secrets.size() > MOST_PROXY_SECRETS) {
            reject(
                    setting,
                    "has " + secrets.size() + " values parted by commas",
                    "keep the one in use and, during rotation, the one before it");
        }
        return secrets;
    }

    Optional<InetSocketAddress> address(Setting setting) {
        return text(setting).flatMap(value -> {
            var address = ListenAddress.parse(value);
            if (address.isEmpty()) {
                reject(setting, "is \"" + value + "\", which is not host:port", "write it like 0.0.0.0:8001");
            }
            return address;
        });
    }

    Duration seconds(Setting setting, Duration fallback, Duration most) {
        return text(setting)
                .map(value -> {
                    if (value.matches("\\d{1,6}")) {
                        var duration = Duration.ofSeconds(Integer.parseInt(value));
                        if (!duration.isZero() && duration.compareTo(most) <= 0) {
                            return duration;
                        }
                    }
                    reject(
                            setting,
                            "is \"" + value + "\", which is not a whole number of seconds from 1 to "
                                    + most.toSeconds(),
                            "write for example " + fallback.toSeconds());
                    return fallback;
                })
                .orElse(fallback);
    }

    Level level(Setting setting, Level fallback) {
        return text(setting)
                .map(value -> Arrays.stream(Level.values())
                        .filter(level -> level.name().equalsIgnoreCase(value))
                        .findFirst()
                        .orElseGet(() -> {
                            reject(
                                    setting,
                                    "is \"" + value + "\", which is none of ERROR, WARN, INFO, DEBUG, TRACE",
                                    "write one of these (Centrifugo reads the same variable: give each process its own"
                                            + " environment)");
                            return fallback;
                        }))
                .orElse(fallback);
    }

    void require(Setting setting, String hint) {
        if (!values.containsKey(setting) && !unreadable.contains(setting)) {
            reject(setting, "is missing", "set it to " + hint);
        }
    }

    void reject(Setting setting, String what, String fix) {
        problems.add(setting.inBoth() + " " + what + ". Fix: " + fix + ".");
    }

    void throwIfAnyIsWrong() {
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
    }

    private Optional<String> text(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    /** What code has set so far. */
    static final class Values {

        private final Map<Setting, String> bySetting = new EnumMap<>(Setting.class);

        void put(Setting setting, String value) {
            bySetting.put(setting, value);
        }
    }
}
