package io.github.centrifugorpc.it.container;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/**
 * Centrifugo from the image {@code centrifugo/centrifugo}, 6.9.0 or later, listening on port 8000.
 *
 * <p>It runs one of the two configurations of {@code it/demo} as it stands there; only the secrets and the
 * backend's address come from the environment.
 */
public final class CentrifugoContainer extends GenericContainer<CentrifugoContainer> {
    /** Signs the tests' tokens. */
    public static final String TOKEN_SECRET = "only-for-tests-and-the-demo-0123456789abcdef";

    /** What Centrifugo shows to the backend. */
    public static final String PROXY_SECRET = "proxy-secret-of-tests";

    /** What the backend shows to Centrifugo. */
    public static final String API_KEY = "api-key-of-tests";

    private static final int PORT = 8000;
    private static final int LOWEST_MAJOR = 6;
    private static final int LOWEST_MINOR = 9;
    private static final Pattern VERSION = Pattern.compile("Centrifugo v?(\\d+)\\.(\\d+)\\.\\d+");

    private final int hostPort = FreePort.find();

    /** A Centrifugo whose backend is a process of this machine, listening on {@code backendPort}. */
    public CentrifugoContainer(Layout layout, int backendPort) {
        super(Image.CENTRIFUGO.dockerName());
        // A port chosen by Docker would be another one after a restart.
        withExposedPorts(PORT);
        setPortBindings(List.of(hostPort + ":" + PORT));
        withExtraHost("host.docker.internal", "host-gateway");
        withCopyFileToContainer(MountableFile.forHostPath(layout.configuration(), 0644), "/centrifugo/config.yaml");
        withEnv("CENTRIFUGO_CLIENT_TOKEN_HMAC_SECRET_KEY", TOKEN_SECRET);
        withEnv("CENTRIFUGO_VAR_PROXY_SECRET", PROXY_SECRET);
        withEnv("CENTRIFUGO_HTTP_API_KEY", API_KEY);
        String backend = "http://host.docker.internal:" + backendPort;
        withEnv("CENTRIFUGO_CHANNEL_PROXY_PUBLISH_ENDPOINT", backend + "/centrifugo/publish");
        withEnv("CENTRIFUGO_RPC_PROXY_ENDPOINT", backend + "/centrifugo/rpc");
        withCommand("centrifugo", "--config", "config.yaml");
        waitingFor(Wait.forHttp("/health").forPort(PORT).forStatusCode(200).withStartupTimeout(Duration.ofSeconds(30)));
    }

    /** Where clients on this machine connect. */
    public URI webSocketUrl() {
        return URI.create("ws://" + getHost() + ":" + hostPort + "/connection/websocket");
    }

    /** Where clients in other containers connect. */
    public String webSocketUrlInContainers() {
        return "ws://host.docker.internal:" + hostPort + "/connection/websocket";
    }

    /** Stops Centrifugo and starts it again; returns once it is healthy. */
    public void restart() {
        getDockerClient().restartContainerCmd(getContainerId()).exec();
        waitUntilContainerStarted();
    }

    /** Ends Centrifugo as a crash would, and starts it again; returns once it is healthy. */
    public void crash() {
        getDockerClient().killContainerCmd(getContainerId()).exec();
        getDockerClient().startContainerCmd(getContainerId()).exec();
        waitUntilContainerStarted();
    }

    /** The port of this machine that Centrifugo listens on. */
    public int hostPort() {
        return hostPort;
    }

    /** Centrifugo's HTTP API, for the backend. */
    public URI apiUrl() {
        return URI.create("http://" + getHost() + ":" + hostPort + "/api");
    }

    @Override
    protected void containerIsStarted(InspectContainerResponse containerInfo) {
        String output = run("centrifugo", "version").getStdout();
        if (!isSupported(output)) {
            stop();
            throw new IllegalStateException(Image.CENTRIFUGO.reference() + " holds '" + output.strip()
                    + "'; clients can forge headers below 6.9.0. Fix: docker pull " + Image.CENTRIFUGO.reference());
        }
    }

    /** What {@code centrifugo checkconfig --strict} says about the running configuration; empty when it is content. */
    public String checkConfiguration() {
        ExecResult result = run("centrifugo", "checkconfig", "--strict", "--config", "config.yaml");
        return result.getExitCode() == 0 ? "" : result.getStdout() + result.getStderr();
    }

    static boolean isSupported(String versionOutput) {
        Matcher matcher = VERSION.matcher(versionOutput);
        if (!matcher.find()) {
            return false;
        }
        int major = Integer.parseInt(matcher.group(1));
        int minor = Integer.parseInt(matcher.group(2));
        return major > LOWEST_MAJOR || (major == LOWEST_MAJOR && minor >= LOWEST_MINOR);
    }

    private ExecResult run(String... command) {
        try {
            return execInContainer(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + String.join(" ", command), e);
        }
    }
}
