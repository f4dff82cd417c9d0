package io.github.centrifugorpc.server;

import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.registry.MethodTableCompiler;
import io.github.centrifugorpc.internal.registry.Problem;
import io.github.centrifugorpc.server.spi.JsonModules;
import io.github.centrifugorpc.server.spi.OnceStore;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the calls of clients that Centrifugo passes on.
 *
 * <pre>{@code
 * RpcServer server = RpcServer.builder()
 *         .config(CentrifugoConfig.fromEnvironment())
 *         .handlers(new TaskHandlers())
 *         .build()
 *         .start();
 * }</pre>
 */
public final class RpcServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RpcServer.class);

    /** Room for any error. */
    private static final int LEAST_REPLY_BYTES = 64 << 10;

    private static final int MOST_REPLY_BYTES = 900 << 10;

    private final Options options;
    private final MethodTable methods;
    private final Router router;
    private @Nullable RunningServer running;

    private RpcServer(Options options, MethodTable methods) {
        this.options = options;
        this.methods = methods;
        this.router = new Router(methods);
    }

    /** What a server is built of. */
    record Options(
            CentrifugoConfig config,
            boolean plainHttp,
            boolean developmentMode,
            boolean isSoleReplica,
            @Nullable OnceStore onceStore,
            int maxReplyBytes,
            Duration drainLimit) {}

    /** Describes a server. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts listening. Where the configuration says {@code enabled = false}, nothing is bound, and one line is logged.
     *
     * @return this, once requests are accepted
     * @throws RpcStartupException if the address cannot be bound
     * @throws IllegalStateException if the server has been started before
     */
    public synchronized RpcServer start() {
        if (running != null) {
            throw new IllegalStateException("This server has been started already. Build another one.");
        }
        if (!options.config().enabled()) {
            LOG.info("The RPC server is switched off (CENTRIFUGO_ENABLED=false).");
            return this;
        }
        running = RunningServer.start(options, methods);
        return this;
    }

    /** The methods that this server answers. */
    public Router router() {
        return router;
    }

    /**
     * Where the server listens.
     *
     * @throws IllegalStateException if it does not
     */
    public synchronized InetSocketAddress address() {
        if (running == null) {
            throw new IllegalStateException("The server does not listen: it was not started, or is switched off.");
        }
        return running.address();
    }

    /**
     * Stops: accepts nothing new, waits for running calls and their replies up to the builder's {@code drainLimit},
     * answers the rest 503. Safe to call twice.
     */
    @Override
    public synchronized void close() {
        if (running != null) {
            running.close();
        } else if (options.onceStore() != null) {
            options.onceStore().close();
        }
    }

    /** Collects what a server needs. */
    public static final class Builder {

        private @Nullable CentrifugoConfig config;
        private final List<Object> handlers = new ArrayList<>();
        private boolean plainHttp;
        private boolean developmentMode;
        private boolean isSoleReplica;
        private @Nullable OnceStore onceStore;
        private boolean refuseUnknownMembers;
        private JsonModules jsonModules = JsonModules.of();
        private int maxReplyBytes = 512 << 10;
        private Duration drainLimit = Duration.ofSeconds(10);
        private @Nullable ClassLoader contracts = Thread.currentThread().getContextClassLoader();

        private Builder() {}

        /** The settings; required. */
        public Builder config(CentrifugoConfig config) {
            this.config = config;
            return this;
        }

        /** Objects with methods marked by {@link io.github.centrifugorpc.WebsocketRpc}. May be called repeatedly. */
        public Builder handlers(Object... handlers) {
            Arrays.stream(handlers).map(Objects::requireNonNull).forEach(this.handlers::add);
            return this;
        }

        /**
         * Whether methods can be called by {@code POST /rpc/{method}} with a bearer token; by default not. It needs
         * {@code centrifugoTokenHmacSecret}.
         */
        public Builder plainHttp(boolean plainHttp) {
            this.plainHttp = plainHttp;
            return this;
        }

        /** Whether callers of an unknown method are told which names are near; by default not. */
        public Builder developmentMode(boolean developmentMode) {
            this.developmentMode = developmentMode;
            return this;
        }

        /**
         * Whether a member of params that the contract does not name is a mistake, and the call a 422; by default it is
         * ignored, so that newer clients can call older servers.
         */
        public Builder refuseUnknownMembers(boolean refuseUnknownMembers) {
            this.refuseUnknownMembers = refuseUnknownMembers;
            return this;
        }

        /** How types are read and written that the plugin's {@code <typeMappings>} maps to another form. */
        public Builder jsonModules(JsonModules jsonModules) {
            this.jsonModules = jsonModules;
            return this;
        }

        /**
         * Declares that no other server answers the same clients, neither beside this one nor, for some moments, when it
         * is replaced. Such a server knows of a call that it has never seen that it was never run, and so runs what a
         * client sends again after its first attempt was lost. Others answer {@code 410 outcome_unknown} then, unless
         * the method is idempotent.
         */
        public Builder soleReplica() {
            this.isSoleReplica = true;
            return this;
        }

        /**
         * Where the server remembers which calls it has run; by default in its own memory. Servers that answer the same
         * clients, beside or after one another, need one that they share, such as {@code RedisOnceStore}; each has its
         * own instance, which it closes when it stops. {@link #soleReplica()} has no effect on such a store.
         */
        public Builder onceStore(OnceStore onceStore) {
            this.onceStore = onceStore;
            return this;
        }

        /**
         * The longest reply in bytes, by default 512 KiB and at most 900 KiB; longer ones become {@code 413 too_large}.
         * At about 1 MiB Centrifugo would close the receiver's connection.
         */
        public Builder maxReplyBytes(int maxReplyBytes) {
            this.maxReplyBytes = maxReplyBytes;
            return this;
        }

        /** How long {@link RpcServer#close()} waits for running calls; by default 10 seconds. */
        public Builder drainLimit(Duration drainLimit) {
            this.drainLimit = drainLimit;
            return this;
        }

        /** Where contracts are looked for, beside the class loaders of the handlers. */
        Builder contracts(ClassLoader contracts) {
            this.contracts = contracts;
            return this;
        }

        /**
         * Compiles handlers and contract.
         *
         * @throws RpcStartupException naming everything that is wrong, at once
         */
        public RpcServer build() {
            if (config == null) {
                throw new IllegalStateException(
                        "The server has no configuration. Fix: .config(CentrifugoConfig.fromEnvironment())");
            }
            var compiler =
                    new MethodTableCompiler(handlers, config.ackTimeout(), refuseUnknownMembers, jsonModules.modules());
            var methods = compiler.compile(contracts);
            var problems = new TreeSet<>(compiler.problems());
            if (plainHttp
                    && config.enabled()
                    && config.centrifugoTokenHmacSecret().isEmpty()) {
                problems.add(new Problem(
                        "CRPC-516",
                        "plainHttp(true) verifies bearer tokens, and " + Setting.TOKEN_HMAC_SECRET.inBoth()
                                + " is not set.",
                        "set it to the value of client.token.hmac_secret_key in Centrifugo's configuration."));
            }
            if (maxReplyBytes < LEAST_REPLY_BYTES || maxReplyBytes > MOST_REPLY_BYTES) {
                problems.add(new Problem(
                        "CRPC-517",
                        "maxReplyBytes(" + maxReplyBytes + ") is not within " + LEAST_REPLY_BYTES + " to "
                                + MOST_REPLY_BYTES + ".",
                        "choose a limit within, and return long results in pages."));
            }
            if (!problems.isEmpty()) {
                throw new RpcStartupException(
                        problems.stream().map(Problem::toString).toList());
            }
            return new RpcServer(
                    new Options(
                            config, plainHttp, developmentMode, isSoleReplica, onceStore, maxReplyBytes, drainLimit),
                    methods);
        }
    }
}
