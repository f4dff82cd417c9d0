package io.github.centrifugorpc.internal.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for handlers that may block: a virtual one for each call where Java has them, else a bounded pool. */
final class HandlerThreads {

    private static final int LEAST_POOLED = 32;
    private static final int POOLED_PER_PROCESSOR = 16;
    private static final long IDLE_SECONDS = 60;

    private HandlerThreads() {}

    static ExecutorService create() {
        try {
            // By name, because this code is compiled for Java 17.
            return (ExecutorService) MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class))
                    .invokeExact();
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return pool();
        } catch (Throwable e) {
            throw new IllegalStateException("Virtual threads exist and cannot be started.", e);
        }
    }

    /** Its queue is bounded by the places that {@link Admission} gives out. */
    private static ExecutorService pool() {
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
        return pool;
    }
}
