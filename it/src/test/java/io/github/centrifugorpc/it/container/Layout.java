package io.github.centrifugorpc.it.container;

import java.nio.file.Path;

/** A channel layout, with the Centrifugo configuration that the demo and the README show for it. */
public enum Layout {
    PLAIN,
    NAMESPACED;

    /** The layout's name in a contract and in file names. */
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    Path configuration() {
        return ItFolder.resolve("demo/centrifugo." + wireName() + ".yaml");
    }
}
