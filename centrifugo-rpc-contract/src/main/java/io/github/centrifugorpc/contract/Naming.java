package io.github.centrifugorpc.contract;

import java.util.Locale;

/** How Java member names become wire names where no annotation says otherwise. */
public enum Naming {
    SNAKE_CASE,
    AS_IS;

    /** As the contract's JSON and the plugin's parameter spell it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
