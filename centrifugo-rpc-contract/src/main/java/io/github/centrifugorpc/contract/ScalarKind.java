package io.github.centrifugorpc.contract;

import java.util.Locale;

/** The scalars of the wire; {@code docs/spec/types.md} says how each one travels. */
public enum ScalarKind {
    BOOLEAN,
    BYTE,
    SHORT,
    INT,
    /** A whole number within ±(2^53−1), as a JSON number. */
    LONG,
    /** A 64-bit whole number as a decimal string. */
    LONG_STRING,
    FLOAT,
    DOUBLE,
    BIG_INTEGER,
    BIG_DECIMAL,
    STRING,
    CHAR,
    UUID,
    BYTES,
    INSTANT,
    OFFSET_DATE_TIME,
    ZONED_DATE_TIME,
    LOCAL_DATE,
    LOCAL_TIME,
    LOCAL_DATE_TIME,
    DURATION,
    URI,
    URL,
    /** A BCP 47 language tag. */
    LOCALE,
    /** An ISO 4217 code. */
    CURRENCY,
    /** A region such as {@code Europe/Berlin}, or an offset. */
    ZONE_ID;

    /** As the contract's JSON spells it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
