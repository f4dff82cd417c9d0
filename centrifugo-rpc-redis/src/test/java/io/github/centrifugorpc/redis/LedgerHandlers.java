package io.github.centrifugorpc.redis;

import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.WebsocketRpc;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes each run down in Redis, beside what the store keeps there, so that runs on all servers are counted, and those of
 * servers that are killed.
 */
public final class LedgerHandlers implements AutoCloseable {

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    public record Entry(String text, int steps) {}

    LedgerHandlers(String uri) {
        client = RedisClient.create(uri);
        connection = client.connect();
    }

    @WebsocketRpc("ledger.add")
    public String add(ConnectionContext conn, Entry entry) {
        long runs = count(conn);
        for (int i = 0; i < entry.steps(); i++) {
            connection.sync().incr("ledger:steps");
        }
        return "run " + runs + " of " + entry.text();
    }

    @WebsocketRpc(value = "ledger.look", idempotent = true)
    public String look(ConnectionContext conn, Entry entry) {
        return entry.text();
    }

    /** Says that it has begun, and waits until the test lets it go on, on a connection of its own. */
    @WebsocketRpc("ledger.wait")
    public String waitForGate(ConnectionContext conn, Entry entry) {
        count(conn);
        try (var own = client.connect()) {
            own.sync().lpush("ledger:begun", conn.correlationId());
            own.sync().brpop(60, "ledger:gate:" + conn.correlationId());
        }
        return "waited for " + entry.text();
    }

    private long count(ConnectionContext conn) {
        return connection.sync().hincrby("ledger:runs", conn.userId() + "/" + conn.correlationId(), 1);
    }

    /** How often each call was run. */
    Map<String, String> runs() {
        return new TreeMap<>(connection.sync().hgetall("ledger:runs"));
    }

    /** Waits until some {@code ledger.wait} has begun; answers its correlation id. */
    String awaitBegun() {
        try (var own = client.connect()) {
            return own.sync().brpop(20, "ledger:begun").getValue();
        }
    }

    void open(String correlationId) {
        connection.sync().lpush("ledger:gate:" + correlationId, "open");
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }
}
