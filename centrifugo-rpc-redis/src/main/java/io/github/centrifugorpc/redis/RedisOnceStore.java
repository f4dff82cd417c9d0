package io.github.centrifugorpc.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.centrifugorpc.server.spi.OnceCall;
import io.github.centrifugorpc.server.spi.OnceStore;
import io.github.centrifugorpc.server.spi.Verdict;
import io.lettuce.core.RedisURI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in Redis what was run, for all servers that answer the same clients:
 *
 * <pre>{@code
 * RpcServer.builder().onceStore(RedisOnceStore.at("redis://redis.internal:6379"))
 * }</pre>
 *
 * Each server has its own instance, which it closes when it stops. A single Redis, one behind Sentinel, or a Redis
 * Cluster will do; its {@code maxmemory-policy} has to be {@code noeviction}.
 */
public final class RedisOnceStore implements OnceStore {

    /** As wire W7 has it, and what a request may be under way beside its age. */
    private static final Duration WINDOW = Duration.ofMinutes(2);

    private static final Duration WAY = Duration.ofMinutes(1);
    private static final long MOST_BYTES_OF_ONE = 8L << 20;

    private final Terms terms;
    private final RedisLink redis;
    private final Troubles troubles;
    private final Leases leases;
    private final ScheduledExecutorService clock;
    private final ExecutorService threads;
    private final String ownName = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
    private final AtomicLong claims = new AtomicLong();
    private final Set<Question> questions = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isClosed = new AtomicBoolean();

    private RedisOnceStore(Terms terms, RedisLink redis, String place) {
        this.terms = terms;
        this.redis = redis;
        this.troubles = new Troubles(place);
        this.leases = new Leases(terms.lease(), troubles);
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "centrifugo-rpc-redis-clock"));
        this.threads = Executors.newFixedThreadPool(
                Math.max(2, Runtime.getRuntime().availableProcessors()), task -> daemon(task, "centrifugo-rpc-redis"));
        long periodMs = leases.renewedEvery().toMillis();
        var unused = clock.scheduleWithFixedDelay(leases::renew, periodMs, periodMs, TimeUnit.MILLISECONDS);
        redis.onConnect(this::beginEpochsLater);
        beginEpochs();
    }

    private void beginEpochsLater() {
        try {
            clock.execute(this::beginEpochs);
        } catch (RejectedExecutionException e) {
            // Closed meanwhile.
        }
    }

    /**
     * Has Redis note since when it remembers everything, so that it can soon vouch again after it was started anew. Where
     * that fails, it is noted with the first call that asks for it.
     */
    private void beginEpochs() {
        for (int bucket = 0; bucket < ShareKeys.BUCKETS; bucket++) {
            redis.run(Script.BEGIN, new byte[][] {ShareKeys.epoch(terms.prefix(), bucket)});
        }
    }

    /**
     * How calls are remembered.
     *
     * @param window how long a reply is kept at least, and the greatest age for which anything can be vouched
     * @param way what a request may be under way, which its age does not count
     */
    record Terms(
            String prefix, Duration timeLimit, Duration lease, Duration window, Duration way, long mostBytesOfOne) {}

    /**
     * A store with the usual settings.
     *
     * @param uri {@code redis://user:password@host:6379/0}, {@code rediss://…} with TLS, or
     *     {@code redis-sentinel://host:26379#name}; for a Redis Cluster any of its nodes
     * @throws IllegalArgumentException if that is no such URI
     * @throws IllegalStateException saying what is wrong with this Redis, or that there is none
     */
    public static RedisOnceStore at(String uri) {
        return builder(uri).connect();
    }

    /**
     * Describes a store.
     *
     * @param uri as in {@link #at}
     * @throws IllegalArgumentException if that is no such URI
     */
    public static Builder builder(String uri) {
        return new Builder(uri);
    }

    @Override
    public CompletableFuture<Verdict> ask(OnceCall call) {
        var question = new Question(
                new ClaimedCall(redis, terms, call, ownName + "-" + Long.toHexString(claims.incrementAndGet())));
        questions.add(question);
        if (isClosed.get()) {
            question.end();
        } else {
            question.ask();
        }
        return question.verdict;
    }

    /**
     * Tells Redis of the calls that have ended, waits for that for the time limit of commands at most, and disconnects.
     * Claims that have not ended run out: whether those calls took effect is not known.
     */
    @Override
    public void close() {
        if (!isClosed.compareAndSet(false, true)) {
            return;
        }
        clock.shutdownNow();
        leases.close(terms.timeLimit());
        redis.close();
        questions.forEach(Question::end);
        threads.shutdown();
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** A request that waits for its verdict, and asks again while its call is at work on another server. */
    private final class Question {

        private static final long LEAST_PAUSE_MS = 20;
        private static final long MOST_PAUSE_MS = 500;

        private final ClaimedCall call;
        private final long askedNanos = System.nanoTime();
        private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();

        Question(ClaimedCall call) {
            this.call = call;
        }

        void ask() {
            if (verdict.isDone()) {
                questions.remove(this);
                return;
            }
            // Not on the connection's own thread, which serves all other calls meanwhile.
            call.claim(System.nanoTime() - askedNanos).whenCompleteAsync(this::hear, threads);
        }

        private void hear(@Nullable List<Object> answer, @Nullable Throwable thrown) {
            if (answer == null) {
                fail(Objects.requireNonNull(thrown));
                return;
            }
            switch (new String((byte[]) answer.get(0), UTF_8)) {
                case "run" -> run();
                case "wait" -> askLater();
                case "repeat" -> end(new Verdict.Repeat((byte[]) answer.get(1)));
                case "conflict" -> end(new Verdict.Conflict());
                default -> end(new Verdict.Unknown());
            }
        }

        private void run() {
            var claim = new RedisClaim(call, leases);
            leases.begins(claim);
            if (!end(new Verdict.Run(claim))) {
                claim.release();
            }
        }

        /** The longer it has waited, the less a little more matters. */
        private void askLater() {
            long waitedMs = (System.nanoTime() - askedNanos) / 1_000_000;
            try {
                var unused = clock.schedule(
                        this::ask,
                        Math.min(Math.max(waitedMs / 4, LEAST_PAUSE_MS), MOST_PAUSE_MS),
                        TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                end();
            }
        }

        private void fail(Throwable thrown) {
            if (end()) {
                troubles.happened(Troubles.Kind.NOT_CLAIMED, call, thrown);
            }
            if (!isClosed.get()) {
                // The claim may have been made all the same, or be still under way; this comes after it.
                call.release();
            }
        }

        /** The store cannot tell. */
        boolean end() {
            return end(new Verdict.Unavailable());
        }

        private boolean end(Verdict how) {
            questions.remove(this);
            return verdict.complete(how);
        }
    }

    /** Collects what a store needs. */
    public static final class Builder {

        private static final Duration LEAST_LEASE = Duration.ofSeconds(1);

        private final RedisURI uri;
        private String prefix = "centrifugo-rpc:";
        private Duration timeLimit = Duration.ofSeconds(1);
        private Duration lease = Duration.ofSeconds(10);
        private Duration way = WAY;
        private long mostBytesOfOne = MOST_BYTES_OF_ONE;

        private Builder(String uri) {
            RedisURI parsed;
            try {
                parsed = RedisURI.create(uri);
            } catch (IllegalArgumentException e) {
                // Neither the text nor the cause is shown: there may be a password in it.
                throw new IllegalArgumentException("[CRPC-600] The URI given to RedisOnceStore cannot be read."
                        + "\n  Fix: write redis://user:password@host:6379, rediss://… with TLS, or"
                        + " redis-sentinel://host:26379#name; encode what is special in a password.");
            }
            this.uri = parsed;
        }

        /** How all keys begin, so that several systems can use one Redis; by default {@code centrifugo-rpc:}. */
        public Builder prefix(String prefix) {
            if (prefix.contains("{") || prefix.contains("}")) {
                throw new IllegalArgumentException(
                        "The prefix \"" + prefix + "\" has a brace, which says to a Redis Cluster where keys belong."
                                + "\n  Fix: leave braces out.");
            }
            this.prefix = prefix;
            return this;
        }

        /**
         * How long a command may take, by default 1 second. A call that cannot be claimed within it is not run, and
         * answered {@code 503 unavailable}.
         */
        public Builder commandTimeout(Duration commandTimeout) {
            if (commandTimeout.compareTo(Duration.ofMillis(1)) < 0) {
                throw new IllegalArgumentException(
                        "commandTimeout(" + commandTimeout + ") leaves Redis no time.\n  Fix: about 1 second.");
            }
            this.timeLimit = commandTimeout;
            return this;
        }

        /**
         * How long after its server was last heard of a running call counts as cut off, by default 10 seconds and at
         * least 1. Servers renew it three times as often.
         */
        public Builder lease(Duration lease) {
            if (lease.compareTo(LEAST_LEASE) < 0) {
                throw new IllegalArgumentException(
                        "lease(" + lease + ") runs out in any longer pause of a server.\n  Fix: about 10 seconds.");
            }
            this.lease = lease;
            return this;
        }

        /** For tests, which cannot wait until a new Redis may vouch. */
        Builder way(Duration way) {
            this.way = way;
            return this;
        }

        /** For tests, which keep less. */
        Builder mostBytesOfOne(long mostBytesOfOne) {
            this.mostBytesOfOne = mostBytesOfOne;
            return this;
        }

        /**
         * Connects.
         *
         * @throws IllegalStateException saying what is wrong with this Redis, or that there is none
         */
        public RedisOnceStore connect() {
            var terms = new Terms(prefix, timeLimit, lease, WINDOW, way, mostBytesOfOne);
            return new RedisOnceStore(terms, RedisLink.open(uri, timeLimit), RedisLink.place(uri));
        }
    }
}
