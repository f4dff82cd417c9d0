package io.github.centrifugorpc.it.scenario;

import io.github.centrifugorpc.it.container.CentrifugoContainer;
import io.github.centrifugorpc.it.container.Layout;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The server of {@code it/scenarios/server} as a process of its own, which can be stopped and started again. */
public final class ScenarioServer implements AutoCloseable {
    private static final int LIMIT_SECONDS = 60;
    private static final int LOG_LINES_KEPT = 200;

    private final Path jar;
    private final Map<String, String> environment;
    private final Deque<String> log = new ArrayDeque<>();
    private @Nullable Process process;

    /** The server as it was built for the given layout; {@link #start} starts it. */
    public ScenarioServer(Layout layout, int port, URI centrifugoApi) {
        this(layout, port, centrifugoApi, Map.of());
    }

    /** As {@link #ScenarioServer(Layout, int, URI)}, with more of the environment that the server reads. */
    public ScenarioServer(Layout layout, int port, URI centrifugoApi, Map<String, String> more) {
        jar = ScenarioBuild.jarFor(layout);
        environment = new HashMap<>(more);
        environment.putAll(Map.of(
                "CENTRIFUGO_API_URL",
                centrifugoApi.toString(),
                "CENTRIFUGO_API_KEY",
                CentrifugoContainer.API_KEY,
                "CENTRIFUGO_TOKEN_HMAC_SECRET",
                CentrifugoContainer.TOKEN_SECRET,
                "CENTRIFUGO_PROXY_SECRET",
                CentrifugoContainer.PROXY_SECRET,
                "CENTRIFUGO_WRAPPER_URL",
                "http://localhost:" + port,
                // Centrifugo in a container does not reach the loopback.
                "CENTRIFUGO_LISTEN",
                "0.0.0.0:" + port));
    }

    /** Starts the process and returns once it says that it listens. */
    public void start() {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("CENTRIFUGO_"));
        builder.environment().putAll(environment);
        CompletableFuture<Void> ready = new CompletableFuture<>();
        try {
            Process started = builder.start();
            process = started;
            Thread reader = new Thread(() -> readOutput(started, ready), "scenario-server-output");
            reader.setDaemon(true);
            reader.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ready.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Stops the process as an operator would, and by force when it does not end in time. */
    public void stop() {
        Process running = process;
        process = null;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly();
                throw new IllegalStateException(
                        "the scenario server did not stop within " + LIMIT_SECONDS + " s:\n" + log());
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the process as a crash would; returns once it is gone. */
    public void kill() {
        Process running = process;
        process = null;
        if (running != null) {
            running.destroyForcibly()
                    .onExit()
                    .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
    }

    /** Whether it was started, and neither stopped nor killed since. */
    public boolean isStarted() {
        return process != null;
    }

    /** The last lines that the server wrote. */
    public String log() {
        synchronized (log) {
            return String.join("\n", log);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void readOutput(Process started, CompletableFuture<Void> ready) {
        try (BufferedReader output = started.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals("READY")) {
                    ready.complete(null);
                }
                synchronized (log) {
                    log.add(line);
                    if (log.size() > LOG_LINES_KEPT) {
                        log.remove();
                    }
                }
            }
            ready.completeExceptionally(new IllegalStateException("the scenario server ended:\n" + log()));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }
}
