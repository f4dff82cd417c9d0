package io.github.centrifugorpc.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store refuses before there is a Redis. */
class RedisOnceStoreTest {

    @Test
    void saysWhereNobodyListens() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThatThrownBy(() -> RedisOnceStore.at("redis://:secret@127.0.0.1:" + port))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("[CRPC-601] Redis at 127.0.0.1:" + port + " cannot be used: Connection refused"
                        + "\n  Fix: see that it runs there, and that the URI given to RedisOnceStore has what it asks"
                        + " for: redis://user:password@host:6379, or rediss://… with TLS.");
    }

    @Test
    void doesNotRepeatAUriThatMayHoldAPassword() {
        for (var uri : List.of("http://:secret@redis", "redis//secret", "", "redis://:sec ret@host")) {
            assertThatThrownBy(() -> RedisOnceStore.at(uri))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasNoCause()
                    .hasMessage("[CRPC-600] The URI given to RedisOnceStore cannot be read."
                            + "\n  Fix: write redis://user:password@host:6379, rediss://… with TLS, or"
                            + " redis-sentinel://host:26379#name; encode what is special in a password.");
        }
    }

    @Test
    void refusesSettingsThatCannotWork() {
        var builder = RedisOnceStore.builder("redis://localhost");

        assertThatThrownBy(() -> builder.prefix("shop{1}:"))
                .hasMessage("The prefix \"shop{1}:\" has a brace, which says to a Redis Cluster where keys belong."
                        + "\n  Fix: leave braces out.");
        assertThatThrownBy(() -> builder.lease(Duration.ofMillis(999)))
                .hasMessage("lease(PT0.999S) runs out in any longer pause of a server.\n  Fix: about 10 seconds.");
        assertThatThrownBy(() -> builder.commandTimeout(Duration.ZERO))
                .hasMessage("commandTimeout(PT0S) leaves Redis no time.\n  Fix: about 1 second.");
    }

    @Test
    void keepsAllKeysOfACallInOneSlotAndNamesAllBuckets() {
        var epochs = new HashSet<String>();
        for (int bucket = 0; bucket < ShareKeys.BUCKETS; bucket++) {
            epochs.add(new String(ShareKeys.epoch("p:", bucket), UTF_8));
        }

        var seen = new HashSet<String>();
        for (int user = 0; user < 10_000; user++) {
            var keys = new ShareKeys("p:", "user:u" + user + "}{x").all();
            var tags = new HashSet<String>();
            for (var key : keys) {
                var text = new String(key, UTF_8);
                tags.add(text.substring(text.indexOf('{'), text.indexOf('}')));
            }
            assertThat(tags).hasSize(1);
            seen.add(new String(keys[2], UTF_8));
        }

        assertThat(seen).isEqualTo(epochs).hasSize(256);
    }
}
