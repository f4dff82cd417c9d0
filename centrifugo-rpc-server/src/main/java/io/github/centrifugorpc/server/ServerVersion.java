package io.github.centrifugorpc.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this library, which the build writes into a resource. */
final class ServerVersion {

    private ServerVersion() {}

    static String text() {
        try (var in = ServerVersion.class.getResourceAsStream("version.txt")) {
            if (in == null) {
                throw new IllegalStateException("version.txt is missing beside " + ServerVersion.class.getName()
                        + ". Fix: keep the library's resources when it is packed into another jar.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
