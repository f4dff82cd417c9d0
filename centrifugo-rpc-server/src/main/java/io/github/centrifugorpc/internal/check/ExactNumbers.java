package io.github.centrifugorpc.internal.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers that must survive every language exactly (types T3, T4). */
public final class ExactNumbers {

    /** 2^53 − 1: the greatest integer up to which a JavaScript number is exact. */
    public static final long GREATEST_SAFE_INTEGER = (1L << 53) - 1;

    /** In plain notation: a short number such as 1e999999999 must not become a long text. */
    public static final int MOST_DIGITS = 1000;

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private ExactNumbers() {}

    /** Empty where the text is not an integer in plain notation or is too long. */
    static Optional<BigInteger> parseInteger(String text) {
        return text.length() <= MOST_DIGITS && INTEGER.matcher(text).matches()
                ? Optional.of(new BigInteger(text))
                : Optional.empty();
    }

    /** Empty where the text is not a decimal in plain notation or is too long. */
    static Optional<BigDecimal> parseDecimal(String text) {
        return text.length() <= MOST_DIGITS && DECIMAL.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    /** The number without an exponent, its scale kept; empty where it would be too long. */
    public static Optional<BigDecimal> plain(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            return Optional.empty();
        }
        return Optional.of(number.scale() < 0 ? number.setScale(0) : number);
    }
}
