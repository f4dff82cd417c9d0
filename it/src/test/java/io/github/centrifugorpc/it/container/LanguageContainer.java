package io.github.centrifugorpc.it.container;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.ExecConfig;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.MountableFile;

/**
 * A container of one language's official image, in which a generated SDK is installed, checked and called. Its folder
 * {@code /work} is a copy of a {@link Workspace}; what its package manager fetched is kept in Docker volumes.
 */
public final class LanguageContainer extends GenericContainer<LanguageContainer> {
    private static final int TIMED_OUT = 124;

    /** A container of the language's image whose {@code /work} is a copy of the given folder. */
    public LanguageContainer(Language language, Path workspace) {
        super(language.image().dockerName());
        withCommand("sleep", "infinity");
        withWorkingDirectory("/work/driver");
        withExtraHost("host.docker.internal", "host-gateway");
        withCopyFileToContainer(MountableFile.forHostPath(workspace), "/work");
        withCreateContainerCmdModifier(command -> {
            var binds = language.caches().entrySet().stream()
                    .map(cache -> new Bind("centrifugo-rpc-" + cache.getKey(), new Volume(cache.getValue())))
                    .toList();
            var hostConfig = command.getHostConfig();
            if (hostConfig != null) {
                hostConfig.withBinds(binds);
            }
        });
        HostSettings.applyTo(this);
    }

    /** What a script said, and how it ended. */
    public record Outcome(int exitCode, String output, String log) {
        /** Whether the script ended well. */
        public boolean isSuccess() {
            return exitCode == 0;
        }

        @Override
        public String toString() {
            return "exit code " + exitCode + "\n" + log + output;
        }
    }

    /** Freezes everything in the container, as the lid of a laptop does. */
    public void pause() {
        getDockerClient().pauseContainerCmd(getContainerId()).exec();
    }

    /** Goes on where {@link #pause} stopped. */
    public void unpause() {
        getDockerClient().unpauseContainerCmd(getContainerId()).exec();
    }

    /** Writes a file into the container. */
    public void write(String content, String path) {
        copyFileToContainer(Transferable.of(content), path);
    }

    /** Names of the files in a folder of the container that fit the pattern. */
    public List<String> filesIn(String folder, String pattern) {
        Outcome outcome = exec(Map.of(), "find", folder, "-maxdepth", "1", "-name", pattern, "-printf", "%f\\n");
        return outcome.output().lines().sorted().toList();
    }

    /** Runs a bash script of the driver's folder, which must end within the limit. */
    public Outcome run(String script, Map<String, String> environment, Duration limit) {
        Outcome outcome = exec(environment, "timeout", Long.toString(limit.toSeconds()), "bash", script);
        return outcome.exitCode() == TIMED_OUT
                ? new Outcome(
                        TIMED_OUT, outcome.output(), script + " did not end within " + limit + "\n" + outcome.log())
                : outcome;
    }

    private Outcome exec(Map<String, String> environment, String... command) {
        ExecConfig config = ExecConfig.builder()
                .command(command)
                .envVars(environment)
                .workDir("/work/driver")
                .build();
        try {
            ExecResult result = execInContainer(config);
            return new Outcome(result.getExitCode(), result.getStdout(), result.getStderr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + String.join(" ", command), e);
        }
    }
}
