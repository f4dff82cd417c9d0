package io.github.centrifugorpc.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.redis.Replica.Request;
import io.github.centrifugorpc.server.RpcServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What docs/backend-guide.md shows of several servers. */
class BackendGuideIT {

    @Test
    void aServerThatSharesAStore() throws Exception {
        try (var redis = new RedisContainer();
                var handlers = new LedgerHandlers(redis.uri())) {
            var config = Replica.config();
            String redisUri = redis.uri();
            // region server
            RpcServer server = RpcServer.builder()
                    .config(config)
                    .handlers(handlers)
                    .onceStore(RedisOnceStore.at(redisUri))
                    .build()
                    .start();
            // endregion
            try (server) {
                var answer = new Request("ada", "a", "ledger.add", 1)
                        .sendTo(server.address().getPort());
                assertThat(answer).contains("run 1 of ada/a");
            }

            // region settings
            RedisOnceStore store = RedisOnceStore.builder(redisUri)
                    .prefix("shop:")
                    .lease(Duration.ofSeconds(20))
                    .commandTimeout(Duration.ofMillis(500))
                    .connect();
            // endregion
            store.close();
            assertThat(redis.cli("KEYS", "centrifugo-rpc:*calls:user:ada")).isNotEmpty();
            assertThat(redis.cli("KEYS", "shop:*epoch")).isNotEmpty();
        }
    }
}
