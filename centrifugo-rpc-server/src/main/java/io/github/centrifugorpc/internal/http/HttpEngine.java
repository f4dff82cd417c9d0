package io.github.centrifugorpc.internal.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/** What the server needs of an HTTP implementation, both ways, on one set of threads. */
public interface HttpEngine extends AutoCloseable {

    /**
     * Serves requests.
     *
     * @return once connections are accepted
     * @throws IOException if the address cannot be bound
     */
    HttpListener listen(InetSocketAddress address, HttpHandler handler) throws IOException;

    /** Another server, called over connections that are kept open. */
    HttpOrigin origin(URI origin);

    /**
     * Runs a short task later, on a thread of the engine, a few milliseconds late at most.
     *
     * @return drops the task; has no effect once it has run
     */
    Runnable after(Duration delay, Runnable task);

    /** Ends all connections, drops all tasks and waits a moment for the threads to end. */
    @Override
    void close();

    /** Open for connections. */
    interface HttpListener {

        /** The bound address, its port never 0. */
        InetSocketAddress address();

        /** Accepts no more connections, closes those that are idle and the others after their current answer. */
        void stopAccepting();
    }

    /** Answers requests. */
    @FunctionalInterface
    interface HttpHandler {

        /** Called on an event loop, so it must not block; the answer may be given later, from any thread. */
        void handle(HttpExchange exchange);
    }
}
