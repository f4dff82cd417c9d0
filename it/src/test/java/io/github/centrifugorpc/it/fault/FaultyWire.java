package io.github.centrifugorpc.it.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A TCP relay that fails on demand. Connections go to its targets in turn, as behind a load balancer; a target that does
 * not answer is passed over.
 */
final class FaultyWire implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int CONNECT_LIMIT_MILLIS = 2_000;
    private static final int CHUNK_BYTES = 16_384;

    /** Which way bytes go. */
    enum Way {
        TO_SERVER,
        TO_CLIENT
    }

    /** What becomes of bytes. */
    private enum Fate {
        PASSED,
        HELD,
        SWALLOWED,
        CUT_IN_HALF
    }

    private final List<InetSocketAddress> targets;
    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "faulty-wire");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final Map<Way, Fate> fates = new EnumMap<>(Way.class);
    private final Map<Way, Integer> hits = new EnumMap<>(Way.class);
    private Duration delay = Duration.ZERO;
    private boolean isRefusing;
    private int next;
    private int accepted;
    private int refused;

    /** Listens on a free port, for this machine and for containers, and relays to ports of this machine. */
    FaultyWire(List<Integer> targetPorts) {
        targets = targetPorts.stream()
                .map(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .toList();
        heal();
        try {
            listener = new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Resets every connection. */
    void cut() {
        links.forEach(Link::reset);
    }

    /** Resets every connection and every new one, until {@link #heal}. */
    void refuse() {
        synchronized (this) {
            isRefusing = true;
        }
        cut();
    }

    /** Keeps bytes back until {@link #heal}. */
    synchronized void hold(Way way) {
        arm(way, Fate.HELD);
    }

    /** Makes bytes vanish, which a later {@link #heal} pays for with the connection. */
    synchronized void swallow(Way way) {
        arm(way, Fate.SWALLOWED);
    }

    /** Lets half of the next bytes through, and then resets their connection; once. */
    synchronized void cutInHalf(Way way) {
        arm(way, Fate.CUT_IN_HALF);
    }

    /** Ends one way of every connection, as a peer does that will send nothing more. */
    void halfClose(Way way) {
        links.forEach(link -> link.endOutput(way));
    }

    /** Lets every piece of bytes wait. */
    synchronized void delay(Duration duration) {
        delay = duration;
        notifyAll();
    }

    /** Works again; connections that lost bytes are reset. */
    void heal() {
        synchronized (this) {
            isRefusing = false;
            delay = Duration.ZERO;
            for (Way way : Way.values()) {
                fates.put(way, Fate.PASSED);
            }
            notifyAll();
        }
        links.stream().filter(link -> link.isSpoilt).forEach(Link::reset);
    }

    /** Returns once bytes have met the fault that was armed last for their way. */
    void awaitHit(Way way) throws InterruptedException {
        await("no bytes went " + way, () -> hits.getOrDefault(way, 0) > 0);
    }

    /** How many connections failed so far, because they were refused or no target answered. */
    synchronized int refused() {
        return refused;
    }

    /** Returns once more connections failed than the given number. */
    void awaitRefusedAfter(int count) throws InterruptedException {
        await("nobody tried to connect", () -> refused > count);
    }

    /** How many connections there were so far. */
    synchronized int accepted() {
        return accepted;
    }

    /** Returns once there were more connections than the given number. */
    void awaitAcceptedAfter(int count) throws InterruptedException {
        await("nobody connected", () -> accepted > count);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        heal();
        cut();
        threads.shutdownNow();
    }

    private void arm(Way way, Fate fate) {
        fates.put(way, fate);
        hits.put(way, 0);
        notifyAll();
    }

    private synchronized void await(String otherwise, Condition condition) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.holds()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError(otherwise + " within " + LIMIT);
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> relay(client));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void relay(Socket client) {
        Socket server = isRefusing() ? null : connectToNext();
        if (server == null) {
            reset(client);
            synchronized (this) {
                refused++;
                notifyAll();
            }
            return;
        }
        Link link = new Link(client, server);
        links.add(link);
        synchronized (this) {
            accepted++;
            notifyAll();
        }
        threads.execute(() -> link.pump(Way.TO_CLIENT));
        link.pump(Way.TO_SERVER);
    }

    private synchronized boolean isRefusing() {
        return isRefusing;
    }

    private @Nullable Socket connectToNext() {
        for (int tried = 0; tried < targets.size(); tried++) {
            InetSocketAddress target;
            synchronized (this) {
                target = targets.get(next++ % targets.size());
            }
            Socket server = new Socket();
            try {
                server.setTcpNoDelay(true);
                server.connect(target, CONNECT_LIMIT_MILLIS);
                return server;
            } catch (IOException e) {
                reset(server);
            }
        }
        return null;
    }

    /** Waits as long as bytes of this way must, and says what becomes of them. */
    private synchronized Fate fateOf(Link link, Way way) throws InterruptedException {
        long end = System.nanoTime() + delay.toNanos();
        while (true) {
            Fate fate = fates.getOrDefault(way, Fate.PASSED);
            long left = delay.isZero() ? 0 : end - System.nanoTime();
            if (fate == Fate.SWALLOWED) {
                // Before anybody learns of it, and heals the wire.
                link.isSpoilt = true;
            }
            if (fate != Fate.PASSED) {
                hits.merge(way, 1, Integer::sum);
                notifyAll();
            }
            if (fate == Fate.CUT_IN_HALF) {
                fates.put(way, Fate.PASSED);
            }
            if (fate == Fate.HELD) {
                wait();
            } else if (left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } else {
                return fate;
            }
        }
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is gone already, which is what was wanted.
        }
    }

    private interface Condition {
        boolean holds();
    }

    /** One connection, from a client to a target. */
    private final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean isSpoilt;
        private volatile boolean isHalfEnded;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void pump(Way way) {
            byte[] chunk = new byte[CHUNK_BYTES];
            try {
                InputStream in = (way == Way.TO_SERVER ? client : server).getInputStream();
                OutputStream out = (way == Way.TO_SERVER ? server : client).getOutputStream();
                for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                    Fate fate = fateOf(this, way);
                    if (fate == Fate.CUT_IN_HALF) {
                        out.write(chunk, 0, count / 2);
                        reset();
                        return;
                    }
                    if (fate == Fate.PASSED) {
                        out.write(chunk, 0, count);
                    }
                }
                endOutput(way);
            } catch (IOException e) {
                reset();
            } catch (InterruptedException e) {
                reset();
                Thread.currentThread().interrupt();
            }
        }

        void endOutput(Way way) {
            try {
                (way == Way.TO_SERVER ? server : client).shutdownOutput();
            } catch (IOException e) {
                reset();
            }
            synchronized (this) {
                if (isHalfEnded) {
                    reset();
                }
                isHalfEnded = true;
            }
        }

        void reset() {
            links.remove(this);
            FaultyWire.reset(client);
            FaultyWire.reset(server);
        }
    }
}
