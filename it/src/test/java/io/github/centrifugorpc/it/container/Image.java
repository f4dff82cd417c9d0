package io.github.centrifugorpc.it.container;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;

/** The images the tests run in. {@code it/containers/images.sh} makes sure that they are there. */
public enum Image {
    CENTRIFUGO("centrifugo/centrifugo:v6.9", "v6.9.", "centrifugo version"),
    PYTHON("python:3.11-slim", "Python 3.11.", "python --version"),
    NODE("node:22-slim", "v22.", "node --version"),
    GO("golang:1.26", "go1.26", "go version"),
    REDIS("redis:7", "v=7.", "redis-server --version");

    private static final String STAND_IN_LABEL = "io.github.centrifugorpc.stand-in";

    private final String reference;
    private final String version;
    private final String versionCommand;

    Image(String reference, String version, String versionCommand) {
        this.reference = reference;
        this.version = version;
        this.versionCommand = versionCommand;
    }

    /** Name and tag, as Docker prints them. */
    public String reference() {
        return reference;
    }

    /** The start of the version that its program must print. */
    public String version() {
        return version;
    }

    /** What its program prints of its version. */
    public String printedVersion() {
        try (GenericContainer<?> container = new GenericContainer<>(dockerName())) {
            container
                    .withCommand(versionCommand)
                    .withStartupCheckStrategy(new OneShotStartupCheckStrategy())
                    .start();
            return container.getLogs();
        }
    }

    DockerImageName dockerName() {
        return DockerImageName.parse(reference);
    }

    /** {@code official}, or {@code stand-in} where this machine's Docker could not pull it. */
    public String origin() {
        var config = DockerClientFactory.lazyClient()
                .inspectImageCmd(reference)
                .exec()
                .getConfig();
        var labels = config == null ? null : config.getLabels();
        return labels != null && labels.containsKey(STAND_IN_LABEL) ? "stand-in" : "official";
    }
}
