package io.github.centrifugorpc.contract;

import java.math.BigDecimal;

/** A JSON scalar written down in the contract, as a default value. */
public sealed interface Literal {

    record Bool(boolean value) implements Literal {}

    record Decimal(BigDecimal value) implements Literal {}

    record Text(String value) implements Literal {}
}
