package io.github.centrifugorpc.it.container;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/** The images the tests run in. {@code it/containers/images.sh} makes sure that they are there. */
public enum Image {
    CENTRIFUGO("centrifugo/centrifugo:v6.9"),
    PYTHON("python:3.11-slim"),
    NODE("node:22-slim"),
    GO("golang:1.26");

    private static final String STAND_IN_LABEL = "io.github.centrifugorpc.stand-in";

    private final String reference;

    Image(String reference) {
        this.reference = reference;
    }

    /** Name and tag, as Docker prints them. */
    public String reference() {
        return reference;
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
