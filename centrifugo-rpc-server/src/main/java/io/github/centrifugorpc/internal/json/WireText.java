package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.centrifugorpc.internal.check.ExactNumbers;
import io.github.centrifugorpc.internal.check.Unicode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How values are written as text (types T4, T5). */
final class WireText {

    private static final Instant LEAST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant GREATEST =
            LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999).toInstant(ZoneOffset.UTC);

    private WireText() {}

    /** A way to write a value; throws {@link IllegalArgumentException} with the remedy where there is none. */
    @FunctionalInterface
    interface Form<T> {
        String text(T value);
    }

    static String string(String value) {
        if (!Unicode.isWellFormed(value)) {
            throw new IllegalArgumentException(
                    "the text has half of a surrogate pair, which UTF-8 cannot carry. Fix: cut texts between code points.");
        }
        return value;
    }

    static String character(Character value) {
        return string(value.toString());
    }

    /** A name that no type describes; throws where it cannot be written. */
    static String name(String name, JsonGenerator out) throws UnwritableException {
        try {
            return string(name);
        } catch (IllegalArgumentException e) {
            throw new UnwritableException(out, "a key cannot be written: " + e.getMessage());
        }
    }

    /** As BCP 47 has it. */
    static String locale(Locale value) {
        var tag = value.toLanguageTag();
        if (!Locale.forLanguageTag(tag).equals(value)) {
            throw new IllegalArgumentException(
                    "the locale " + value + " has no language tag of its own. Fix: send it as a String.");
        }
        return tag;
    }

    static String decimal(BigDecimal value) {
        return ExactNumbers.plain(value)
                .map(BigDecimal::toPlainString)
                .orElseThrow(() -> new IllegalArgumentException("the BigDecimal has more than "
                        + ExactNumbers.MOST_DIGITS + " digits in plain notation. Fix: round it."));
    }

    static String instant(Instant value) {
        // Compared before it is converted: the far ends of Instant have no offset form.
        if (value.isBefore(LEAST) || value.isAfter(GREATEST)) {
            throw yearOutOfRange(value);
        }
        return value.toString();
    }

    static String offsetDateTime(OffsetDateTime value) {
        requireYear(value.getYear(), value);
        if (value.getOffset().getTotalSeconds() % 60 != 0) {
            throw new IllegalArgumentException(
                    "the offset of " + value + " has seconds, which RFC 3339 cannot express. Fix: use whole minutes.");
        }
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value);
    }

    static String zonedDateTime(ZonedDateTime value) {
        return offsetDateTime(value.toOffsetDateTime());
    }

    static String localDate(LocalDate value) {
        requireYear(value.getYear(), value);
        return value.toString();
    }

    static String localTime(LocalTime value) {
        return DateTimeFormatter.ISO_LOCAL_TIME.format(value);
    }

    static String localDateTime(LocalDateTime value) {
        requireYear(value.getYear(), value);
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value);
    }

    private static void requireYear(int year, Object value) {
        if (year < 1 || year > 9999) {
            throw yearOutOfRange(value);
        }
    }

    private static IllegalArgumentException yearOutOfRange(Object value) {
        return new IllegalArgumentException(
                "the year of " + value + " is not within 0001 to 9999. Fix: send such a date as a String.");
    }
}
