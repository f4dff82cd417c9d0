package io.github.centrifugorpc.contract;

import java.util.Locale;

/** How channels are named on Centrifugo (wire W1). */
public enum Layout {
    /** {@code rpc.requests} and {@code user#<id>}, without namespaces. */
    PLAIN,
    /** {@code rpc:requests} and {@code rpcreply:user#<id>}, with history and recovery on the replies. */
    NAMESPACED;

    /** The channel that requests are published to. */
    public String requestChannel() {
        return this == PLAIN ? "rpc.requests" : "rpc:requests";
    }

    /** The channel that replies for a user are published to. */
    public String replyChannel(String userId) {
        return (this == PLAIN ? "user#" : "rpcreply:user#") + userId;
    }

    /** As the contract's JSON and the plugin's parameter spell it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
