package io.github.centrifugorpc.contract;

import java.util.Locale;

/** How a plain Java {@code long} travels. */
public enum Longs {
    /** As a JSON number; values beyond ±(2^53−1) are refused. */
    NUMBER,
    /** As a decimal string, exact for every value. */
    STRING;

    /** As the contract's JSON and the plugin's parameter spell it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
