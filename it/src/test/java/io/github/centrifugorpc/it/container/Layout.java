package io.github.centrifugorpc.it.container;

import java.nio.file.Path;
import java.util.Locale;

/** A channel layout, with the Centrifugo configuration that the demo and the README show for it. */
public enum Layout {
    PLAIN("rpc.requests", "user#"),
    NAMESPACED("rpc:requests", "rpcreply:user#");

    private final String requestChannel;
    private final String replyPrefix;

    Layout(String requestChannel, String replyPrefix) {
        this.requestChannel = requestChannel;
        this.replyPrefix = replyPrefix;
    }

    /** The layout's name in a contract and in file names. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where clients publish requests. */
    public String requestChannel() {
        return requestChannel;
    }

    /** Where the server publishes a user's replies. */
    public String replyChannel(String userId) {
        return replyPrefix + userId;
    }

    Path configuration() {
        return ItFolder.resolve("demo/centrifugo." + wireName() + ".yaml");
    }
}
