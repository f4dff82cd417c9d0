package io.github.centrifugorpc.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A replica in a process of its own, which can be killed. */
final class ReplicaProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    ReplicaProcess(String redisUri, String prefix, Duration lease) throws Exception {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplicaProcess.class.getName(),
                        redisUri,
                        prefix,
                        lease.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        port = CompletableFuture.supplyAsync(() -> readPort(out)).get(60, TimeUnit.SECONDS);
    }

    private static int readPort(BufferedReader out) {
        try {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("port ")) {
                    return Integer.parseInt(line.substring("port ".length()));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("The replica ended before it listened.");
    }

    public static void main(String[] args) {
        var store = RedisOnceStore.builder(args[0])
                .prefix(args[1])
                .lease(Duration.parse(args[2]))
                .way(Duration.ZERO)
                .connect();
        System.out.println("port " + new Replica(args[0], store).port());
    }

    int port() {
        return port;
    }

    /** As a machine that fails: nothing is released, drained or said. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("The replica does not end.");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
