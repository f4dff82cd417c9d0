package io.github.centrifugorpc;

/** The way that a call came. */
public enum Transport {
    /** Published to the request channel and answered on the caller's reply channel. */
    PUBSUB,
    /** Centrifugo's own remote procedure call, answered in place. */
    RPC,
    /** {@code POST /rpc/{method}} without Centrifugo. */
    HTTP
}
