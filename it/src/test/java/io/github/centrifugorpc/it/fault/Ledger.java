package io.github.centrifugorpc.it.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Counts how often each call was run, and lets handlers wait. It lives in the test's process, so it knows the truth
 * whichever server dies.
 */
final class Ledger implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Map<String, Entry> entries = new HashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    Ledger() {
        try {
            server = HttpServer.create(new InetSocketAddress(0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::told);
        server.setExecutor(threads);
        server.start();
    }

    /** Where servers of this machine report. */
    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Handlers of the call wait from now on until {@link #release}. */
    synchronized void hold(String token) {
        entry(token).isHeld = true;
    }

    /** Handlers of the call end, now and in future. */
    void release(String token) {
        List<HttpExchange> waiting;
        synchronized (this) {
            Entry entry = entry(token);
            entry.isHeld = false;
            waiting = List.copyOf(entry.waiting);
            entry.waiting.clear();
        }
        waiting.forEach(Ledger::answer);
    }

    /** How often the call was begun. */
    synchronized int executions(String token) {
        return entry(token).executions;
    }

    /** The port of the server that ran the call last. */
    synchronized int portOf(String token) {
        return entry(token).port;
    }

    /** Returns once the call has begun. */
    void awaitBegun(String token) throws InterruptedException {
        await(token, "has not begun", entry -> entry.executions > 0);
    }

    /** Returns once a handler of the call was cancelled. */
    void awaitCancelled(String token) throws InterruptedException {
        await(token, "was not cancelled", entry -> entry.isCancelled);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** What a server posts to {@code /<its port>/<event>}. */
    private void told(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        String token = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path[2].equals("cancelled")) {
            cancelled(token);
        } else if (!begun(token, Integer.parseInt(path[1]), exchange)) {
            return;
        }
        answer(exchange);
    }

    private synchronized boolean begun(String token, int port, HttpExchange exchange) {
        Entry entry = entry(token);
        entry.executions++;
        entry.port = port;
        notifyAll();
        if (entry.isHeld) {
            entry.waiting.add(exchange);
        }
        return !entry.isHeld;
    }

    private synchronized void cancelled(String token) {
        entry(token).isCancelled = true;
        notifyAll();
    }

    private synchronized void await(String token, String problem, Condition condition) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.holds(entry(token))) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("The call " + token + " " + problem + " within " + LIMIT + ".");
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private Entry entry(String token) {
        return entries.computeIfAbsent(token, unknown -> new Entry());
    }

    private static void answer(HttpExchange exchange) {
        try (exchange) {
            exchange.sendResponseHeaders(204, -1);
        } catch (IOException e) {
            // The server that asked was killed, or its handler cancelled.
        }
    }

    private interface Condition {
        boolean holds(Entry entry);
    }

    private static final class Entry {
        private final List<HttpExchange> waiting = new ArrayList<>();
        private boolean isHeld;
        private boolean isCancelled;
        private int executions;
        private int port;
    }
}
