package io.github.centrifugorpc.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to Redis, or to a Redis Cluster; every command on it ends within the time limit. */
final class RedisLink implements AutoCloseable {

    private static final Pattern POLICY = Pattern.compile("(?m)^maxmemory_policy:(\\S+)");
    private static final Pattern IS_CLUSTER = Pattern.compile("(?m)^cluster_enabled:1");

    private static final Logger LOG = LoggerFactory.getLogger(RedisOnceStore.class);

    private static final long SHUTDOWN_SECONDS = 2;

    /** Far more than there are calls in flight; beyond it nothing is queued for a Redis that does not answer. */
    private static final int MOST_QUEUED_COMMANDS = 50_000;

    private final ClientResources resources;
    private final AbstractRedisClient client;
    private final StatefulConnection<byte[], byte[]> connection;
    private final RedisClusterAsyncCommands<byte[], byte[]> commands;

    private RedisLink(
            ClientResources resources,
            AbstractRedisClient client,
            StatefulConnection<byte[], byte[]> connection,
            RedisClusterAsyncCommands<byte[], byte[]> commands) {
        this.resources = resources;
        this.client = client;
        this.connection = connection;
        this.commands = commands;
    }

    /**
     * Connects, and makes sure that this Redis drops nothing to make room.
     *
     * @throws IllegalStateException saying what is wrong with this Redis
     */
    static RedisLink open(RedisURI uri, Duration timeLimit) {
        var link = openSingle(uri, timeLimit);
        try {
            var info = link.info();
            var policy = POLICY.matcher(info);
            if (policy.find() && !policy.group(1).equals("noeviction")) {
                throw evicts(uri, policy);
            }
            if (!IS_CLUSTER.matcher(info).find()) {
                return link;
            }
        } catch (RedisException | CompletionException e) {
            link.close();
            throw unreachable(uri, e);
        } catch (IllegalStateException e) {
            link.close();
            throw e;
        }
        link.close();
        return openCluster(uri, timeLimit);
    }

    private static RedisLink openSingle(RedisURI uri, Duration timeLimit) {
        var resources = resources(timeLimit);
        var client = RedisClient.create(resources, uri);
        client.setOptions(options(ClientOptions.builder(), timeLimit).build());
        try {
            var connection = client.connect(ByteArrayCodec.INSTANCE);
            return new RedisLink(resources, client, connection, connection.async());
        } catch (RedisException e) {
            shutdown(client, resources);
            throw unreachable(uri, e);
        }
    }

    private static RedisLink openCluster(RedisURI uri, Duration timeLimit) {
        var resources = resources(timeLimit);
        var client = RedisClusterClient.create(resources, uri);
        var options = ClusterClientOptions.builder();
        options(options, timeLimit);
        client.setOptions(options.topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
                        .enablePeriodicRefresh(Duration.ofSeconds(30))
                        .build())
                .build());
        try {
            var connection = client.connect(ByteArrayCodec.INSTANCE);
            return new RedisLink(resources, client, connection, connection.async());
        } catch (RedisException e) {
            shutdown(client, resources);
            throw unreachable(uri, e);
        }
    }

    private static ClientResources resources(Duration timeLimit) {
        // Long enough for every command in flight to have had its time, and a pause of this server.
        return ClientResources.builder()
                .nettyCustomizer(new SilentChannels(timeLimit.multipliedBy(3)))
                .build();
    }

    private static ClientOptions.Builder options(ClientOptions.Builder options, Duration timeLimit) {
        return options.requestQueueSize(MOST_QUEUED_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(timeLimit))
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(timeLimit)
                        .keepAlive(true)
                        .build());
    }

    /**
     * Runs a script.
     *
     * @return its answer; or what came in the way, within the time limit
     */
    CompletionStage<List<Object>> run(Script script, byte[][] keys, byte[]... values) {
        return commands.<List<Object>>evalsha(script.digest(), ScriptOutputType.MULTI, keys, values)
                .exceptionallyCompose(thrown -> isUnknownScript(thrown)
                        ? commands.<List<Object>>eval(script.text(), ScriptOutputType.MULTI, keys, values)
                        : CompletableFuture.failedStage(thrown));
    }

    /** Has a task run, quickly, each time a connection has been made from now on. */
    void onConnect(Runnable task) {
        client.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> connected, SocketAddress address) {
                task.run();
            }
        });
    }

    private static boolean isUnknownScript(Throwable thrown) {
        return thrown instanceof RedisNoScriptException || thrown.getCause() instanceof RedisNoScriptException;
    }

    private String info() {
        return commands.info().toCompletableFuture().join();
    }

    @Override
    public void close() {
        connection.close();
        shutdown(client, resources);
    }

    private static void shutdown(AbstractRedisClient client, ClientResources resources) {
        client.shutdown(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        var ended = resources.shutdown(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        if (!ended.awaitUninterruptibly(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("The connection's threads have not ended within {} s.", SHUTDOWN_SECONDS);
        }
    }

    /** Where a Redis is, without what opens it. */
    static String place(RedisURI uri) {
        return uri.getHost() == null ? String.valueOf(uri.getSentinelMasterId()) : uri.getHost() + ":" + uri.getPort();
    }

    private static IllegalStateException unreachable(RedisURI uri, Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new IllegalStateException(
                "[CRPC-601] Redis at " + place(uri) + " cannot be used: " + cause.getMessage()
                        + "\n  Fix: see that it runs there, and that the URI given to RedisOnceStore has what it asks for:"
                        + " redis://user:password@host:6379, or rediss://… with TLS.",
                thrown);
    }

    private static IllegalStateException evicts(RedisURI uri, Matcher policy) {
        return new IllegalStateException("[CRPC-602] Redis at " + place(uri) + " has the maxmemory-policy "
                + policy.group(1) + ", by which it may drop what was run, and calls could be run twice."
                + "\n  Fix: set maxmemory-policy noeviction there, or give RedisOnceStore a Redis of its own.");
    }
}
