package io.github.centrifugorpc.internal.http;

import io.github.centrifugorpc.internal.timer.Timer;
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

    /** Runs tasks on a thread of the engine. */
    Timer timer();

    /** Ends all connections, drops all tasks and waits a moment for the threads to end. */
    @Override
    void close();

    /** Open for connections. */
    interface HttpListener {

        /** The bound address, its port never 0. */
        InetSocketAddress address();

        /** Accepts no more connections, closes those that are idle and the others after their current answer. */
        void stopAccepting();

        /** Waits until the last answers are on their way and all connections are closed, for so long at most. */
        void awaitClosed(Duration limit);
    }

    /** Answers requests. */
    @FunctionalInterface
    interface HttpHandler {

        /** Called on an event loop, so it must not block; the answer may be given later, from any thread. */
        void handle(HttpExchange exchange);
    }
}
