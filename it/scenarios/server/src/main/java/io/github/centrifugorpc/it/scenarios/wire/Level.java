package io.github.centrifugorpc.it.scenarios.wire;

/** How much of something there is. */
public enum Level {
    LOW,
    HIGH,
    Off
}
