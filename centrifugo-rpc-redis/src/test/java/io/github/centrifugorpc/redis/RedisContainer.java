package io.github.centrifugorpc.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A real Redis, on a port that it keeps when it is started again. */
final class RedisContainer implements AutoCloseable {

    private static final int PORT = 6379;

    private final int port = freePort();
    private final GenericContainer<?> container;

    RedisContainer() {
        this(false);
    }

    private RedisContainer(boolean isCluster) {
        var command =
                new ArrayList<>(List.of("redis-server", "--protected-mode", "no", "--bind", "*", "-::*", "--save", ""));
        if (isCluster) {
            command.addAll(List.of("--cluster-enabled", "yes", "--cluster-announce-ip", "127.0.0.1"));
            command.addAll(List.of("--cluster-announce-port", Integer.toString(port)));
        }
        container = new GenericContainer<>(DockerImageName.parse("redis:7"))
                .withCommand(command.toArray(String[]::new))
                .waitingFor(Wait.forListeningPort());
        container.setPortBindings(List.of(port + ":" + PORT));
        container.start();
    }

    /** A cluster of one node, which refuses scripts whose keys are in different slots like any other. */
    static RedisContainer cluster() {
        var node = new RedisContainer(true);
        node.cli("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
        while (!node.cli("CLUSTER", "INFO").contains("cluster_state:ok")) {
            Thread.onSpinWait();
        }
        return node;
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
        line.addAll(List.of(command));
        try {
            var result = container.execInContainer(line.toArray(String[]::new));
            if (result.getExitCode() != 0) {
                throw new AssertionError(String.join(" ", line) + ": " + result);
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
