package io.github.centrifugorpc.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to Redis that can be cut so that neither side learns of it. */
final class Cable implements AutoCloseable {

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final List<Strand> strands = new CopyOnWriteArrayList<>();

    Cable(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    String uri() {
        return "redis://127.0.0.1:" + entrance.getLocalPort();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                strands.add(new Strand(entrance.accept(), new Socket(InetAddress.getLoopbackAddress(), target)));
            } catch (IOException e) {
                // Closed, or the target is gone; a client sees the same.
            }
        }
    }

    /** From here on nothing passes on the connections of now; new ones are well. */
    void cut() {
        strands.forEach(strand -> strand.isCut = true);
    }

    /** One connection. */
    private static final class Strand {

        private final Socket client;
        private final Socket server;
        private volatile boolean isCut;

        Strand(Socket client, Socket server) {
            this.client = client;
            this.server = server;
            start(() -> pass(client, server));
            start(() -> pass(server, client));
        }

        private void pass(Socket from, Socket to) {
            var some = new byte[4096];
            try {
                for (int length = from.getInputStream().read(some); length >= 0; ) {
                    if (!isCut) {
                        to.getOutputStream().write(some, 0, length);
                    }
                    length = from.getInputStream().read(some);
                }
                if (!isCut) {
                    close();
                }
            } catch (IOException e) {
                close();
            }
        }

        private void close() {
            try (client;
                    server) {
                isCut = true;
            } catch (IOException e) {
                // Closed already.
            }
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        strands.forEach(Strand::close);
    }
}
