package io.github.centrifugorpc.internal.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for handlers that may block: a virtual one for each call where Java has them, else a bounded pool, of which one
 * account has a part at most, so that its slow calls leave threads to those of others (wire W13).
 */
final class HandlerThreads {

    private static final Logger LOG = LoggerFactory.getLogger(HandlerThreads.class);

    private static final int LEAST_POOLED = 32;
    private static final int POOLED_PER_PROCESSOR = 16;
    private static final int SHARES_OF_A_POOL = 2;
    private static final long IDLE_SECONDS = 60;

    private final ExecutorService threads;
    private final int mostOfOne;
    private final Map<String, Lane> lanes = new HashMap<>();

    private HandlerThreads(ExecutorService threads, int mostOfOne) {
        this.threads = threads;
        this.mostOfOne = mostOfOne;
    }

    /** The calls of one account. Their number is bounded by the places that {@link Admission} gives out. */
    private static final class Lane {
        final Queue<Runnable> waiting = new ArrayDeque<>();
        int running;
    }

    static HandlerThreads create() {
        try {
            // By name, because this code is compiled for Java 17.
            var virtual = (ExecutorService) MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class))
                    .invokeExact();
            return new HandlerThreads(virtual, Integer.MAX_VALUE);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return pooled();
        } catch (Throwable e) {
            throw new IllegalStateException("Virtual threads exist and cannot be started.", e);
        }
    }

    /** What there is without virtual threads. */
    static HandlerThreads pooled() {
        int threads = Math.max(
                LEAST_POOLED, POOLED_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
        var number = new AtomicInteger();
        var pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    var thread = new Thread(task, "centrifugo-rpc-handler-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return new HandlerThreads(pool, threads / SHARES_OF_A_POOL);
    }

    /**
     * Runs a task as soon as there is a thread for this account.
     *
     * @throws RejectedExecutionException after {@link #shutdown}
     */
    void execute(String account, Runnable task) {
        synchronized (lanes) {
            var lane = lanes.computeIfAbsent(account, same -> new Lane());
            if (lane.running == mostOfOne) {
                lane.waiting.add(task);
                return;
            }
            lane.running++;
        }
        try {
            threads.execute(() -> run(account, task));
        } catch (RejectedExecutionException e) {
            ended(account);
            throw e;
        }
    }

    private void run(String account, Runnable task) {
        try {
            task.run();
        } finally {
            var next = ended(account);
            if (next != null) {
                // Behind what others have brought meanwhile.
                again(account, next);
            }
        }
    }

    private void again(String account, Runnable task) {
        try {
            execute(account, task);
        } catch (RejectedExecutionException e) {
            // The dispatcher has answered all calls before it shuts this down.
            LOG.debug("A call that has been answered is not begun any more.", e);
        }
    }

    /** Gives a thread back; answers the task that has waited for it. */
    private @Nullable Runnable ended(String account) {
        synchronized (lanes) {
            var lane = lanes.get(account);
            if (lane == null) {
                return null;
            }
            lane.running--;
            var next = lane.waiting.poll();
            if (next == null && lane.running == 0) {
                lanes.remove(account);
            }
            return next;
        }
    }

    /** Takes no more tasks; those that wait for a thread of their account are dropped. */
    void shutdown() {
        threads.shutdown();
    }
}
