package io.github.centrifugorpc.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A real Redis, on a port that it keeps when it is started again. */
final class RedisContainer implements AutoCloseable {

    private static final int PORT = 6379;

    private final int port = freePort();
    private final List<String> auth = new ArrayList<>();
    private final GenericContainer<?> container;

    RedisContainer(String... settings) {
        container = new GenericContainer<>(DockerImageName.parse("redis:7"))
                .withCommand(Stream.concat(
                                Stream.of(
                                        "redis-server", "--protected-mode", "no", "--bind", "*", "-::*", "--save", ""),
                                Stream.of(settings))
                        .toArray(String[]::new))
                .waitingFor(Wait.forListeningPort());
        container.setPortBindings(List.of(port + ":" + PORT));
        for (int i = 0; i + 1 < settings.length; i++) {
            if (settings[i].equals("--requirepass")) {
                auth.addAll(List.of("-a", settings[i + 1], "--no-auth-warning"));
            }
        }
        container.start();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    String uri() {
        return "redis://localhost:" + port;
    }

    /** What {@code redis-cli} prints for a command. */
    String cli(String... command) {
        var line = new ArrayList<>(List.of("redis-cli"));
        line.addAll(auth);
        line.addAll(List.of(command));
        try {
            var result = container.execInContainer(line.toArray(String[]::new));
            if (result.getExitCode() != 0) {
                throw new AssertionError(line.stream().collect(Collectors.joining(" ")) + ": " + result);
            }
            return result.getStdout().strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Freezes the process: connections stay, nothing is answered. */
    void freeze() {
        container
                .getDockerClient()
                .pauseContainerCmd(container.getContainerId())
                .exec();
    }

    void thaw() {
        container
                .getDockerClient()
                .unpauseContainerCmd(container.getContainerId())
                .exec();
    }

    void stop() {
        container
                .getDockerClient()
                .stopContainerCmd(container.getContainerId())
                .withTimeout(10)
                .exec();
    }

    void startAgain() {
        container
                .getDockerClient()
                .startContainerCmd(container.getContainerId())
                .exec();
    }

    @Override
    public void close() {
        container.stop();
    }
}
