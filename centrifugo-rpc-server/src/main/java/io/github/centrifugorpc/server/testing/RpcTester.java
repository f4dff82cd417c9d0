package io.github.centrifugorpc.server.testing;

import io.github.centrifugorpc.internal.dispatch.CallLog;
import io.github.centrifugorpc.internal.dispatch.Dispatcher;
import io.github.centrifugorpc.internal.dispatch.Dispatcher.CallLimits;
import io.github.centrifugorpc.internal.endpoint.CallTerms;
import io.github.centrifugorpc.internal.endpoint.ProxyDoor;
import io.github.centrifugorpc.internal.endpoint.ReplyJson;
import io.github.centrifugorpc.internal.endpoint.RpcEndpoint;
import io.github.centrifugorpc.internal.endpoint.SystemMethods;
import io.github.centrifugorpc.internal.once.MemoryOnceStore;
import io.github.centrifugorpc.internal.once.MemoryOnceStore.Limits;
import io.github.centrifugorpc.internal.registry.MethodTable;
import io.github.centrifugorpc.internal.registry.MethodTableCompiler;
import io.github.centrifugorpc.internal.registry.Problem;
import io.github.centrifugorpc.internal.timer.Timer.Pending;
import io.github.centrifugorpc.server.RpcStartupException;
import io.github.centrifugorpc.server.spi.JsonModules;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.event.Level;

/**
 * Calls handlers as the server would, in the same process: params are checked by the contract on the class path and
 * travel as JSON, deadlines, cancelling and resends are the server's, and results and errors come back through JSON.
 *
 * <pre>{@code
 * try (var tester = RpcTester.of(new TaskHandlers())) {
 *     var stats = tester.user("123").call("tasks.get_stats", Map.of("user_id", "123"), TaskStatsResult.class);
 * }
 * }</pre>
 */
public final class RpcTester implements AutoCloseable {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
    private static final int MOST_REPLY_BYTES = 512 << 10;

    private final MethodTable methods;
    private final ScheduledThreadPoolExecutor clock;
    private final Dispatcher dispatcher;
    private final MemoryOnceStore store;
    private final RpcEndpoint endpoint;

    private RpcTester(MethodTable methods) {
        this.methods = methods;
        this.clock = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "rpc-tester");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        this.store = new MemoryOnceStore(Limits.DEFAULTS, true, this::after);
        var json = new ReplyJson(methods, MOST_REPLY_BYTES);
        this.dispatcher = new Dispatcher(CallLimits.DEFAULTS, this::after, new CallLog(Level.INFO, true), store, json);
        this.endpoint = new RpcEndpoint(
                new ProxyDoor(List.of()),
                methods,
                new CallTerms(methods, true),
                dispatcher,
                new SystemMethods(methods, "test", dispatcher, json),
                json);
    }

    /**
     * A tester of these handlers. Their contract is the one on the class path, as for a server.
     *
     * @throws RpcStartupException if a server could not be built of them either
     */
    public static RpcTester of(Object... handlers) {
        return of(JsonModules.of(), handlers);
    }

    /**
     * The same with types of your own form.
     *
     * @throws RpcStartupException if a server could not be built of them either
     */
    public static RpcTester of(JsonModules jsonModules, Object... handlers) {
        var compiler = new MethodTableCompiler(List.of(handlers), TIME_LIMIT, false, jsonModules.modules());
        var methods = compiler.compile(Thread.currentThread().getContextClassLoader());
        if (!compiler.problems().isEmpty()) {
            throw new RpcStartupException(
                    compiler.problems().stream().map(Problem::toString).toList());
        }
        return new RpcTester(methods);
    }

    /** A caller whose connection belongs to this user. */
    public TestCaller user(String userId) {
        return new TestCaller(endpoint, methods.mapper(), userId);
    }

    /** A caller without a user, who may call what is declared {@code anonymous}. */
    public TestCaller anonymous() {
        return user("");
    }

    /**
     * Waits until no call is at work: {@code noReply} methods go on when their caller has been answered.
     *
     * @throws IllegalStateException if that takes longer than 30 seconds
     */
    public void awaitCalls() throws InterruptedException {
        if (!dispatcher.awaitIdle(TIME_LIMIT)) {
            throw new IllegalStateException("After " + TIME_LIMIT.toSeconds() + " seconds " + dispatcher.callsInFlight()
                    + " calls are still at work.");
        }
    }

    /** How many results came after their callers had been answered, because of a deadline or a cancel. */
    public long lateResults() {
        return dispatcher.lateResults();
    }

    /** Interrupts what is still at work. Calls from here on are answered 503. */
    @Override
    public void close() {
        dispatcher.drain(Duration.ZERO);
        store.close();
        clock.shutdownNow();
    }

    private Pending after(Duration delay, Runnable task) {
        var pending = clock.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> pending.cancel(false);
    }
}
