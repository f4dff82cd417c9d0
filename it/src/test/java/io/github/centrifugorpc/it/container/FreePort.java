package io.github.centrifugorpc.it.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** Ports that stay the same when what listens on them is restarted. */
public final class FreePort {
    private FreePort() {}

    /** A port that nobody listens on right now. */
    public static int find() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
