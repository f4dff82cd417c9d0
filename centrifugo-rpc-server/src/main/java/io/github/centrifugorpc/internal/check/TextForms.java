package io.github.centrifugorpc.internal.check;

import io.github.centrifugorpc.contract.ScalarKind;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How each scalar that travels as a string is read (types T2, T5). */
final class TextForms {

    private static final String TIME = "[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?";
    private static final String LOOSE_TIME = "[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?";
    /** Years 0001 to 9999, which every language has. */
    private static final String DATE = "(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private static final String HEX = "[0-9A-Fa-f]";

    private TextForms() {}

    /**
     * One form.
     *
     * @param what how a message calls it
     * @param parse from a text of the right shape to the Java value; throws where the text has no meaning
     */
    record TextForm(String what, Pattern shape, Function<String, Object> parse) {

        private TextForm(String what, String shape, Function<String, Object> parse) {
            this(what, Pattern.compile(shape), parse);
        }

        /** The Java value, or null where the text is not of this form. */
        @Nullable
        Object read(String text) {
            if (!shape.matcher(text).matches()) {
                return null;
            }
            try {
                return parse.apply(text);
            } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
                return null;
            }
        }
    }

    static TextForm of(ScalarKind kind) {
        return switch (kind) {
            case STRING -> new TextForm("a string", Pattern.compile("(?s).*"), TextForms::wellFormed);
            case CHAR ->
                new TextForm("a string of one character", Pattern.compile("[\\u0000-\\ud7ff\\ue000-\\uffff]"), t -> t);
            case LONG_STRING ->
                new TextForm("a decimal string of a 64-bit integer", "-?(0|[1-9][0-9]{0,18})", Long::valueOf);
            case UUID ->
                new TextForm(
                        "a UUID such as \"123e4567-e89b-12d3-a456-426614174000\"",
                        HEX + "{8}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{12}",
                        UUID::fromString);
            case BYTES ->
                new TextForm(
                        "a base64 string with padding", Pattern.compile("[A-Za-z0-9+/]*={0,2}"), TextForms::base64);
            case INSTANT -> time(text -> OffsetDateTime.parse(text).toInstant());
            case OFFSET_DATE_TIME -> time(OffsetDateTime::parse);
            case ZONED_DATE_TIME -> time(text -> OffsetDateTime.parse(text).toZonedDateTime());
            case LOCAL_DATE -> new TextForm("a date such as \"2026-11-30\"", DATE, LocalDate::parse);
            case LOCAL_TIME -> new TextForm("a time such as \"16:30:00\"", LOOSE_TIME, LocalTime::parse);
            case LOCAL_DATE_TIME ->
                new TextForm(
                        "a date and time without a zone such as \"2026-11-30T16:30:00\"",
                        DATE + "T" + LOOSE_TIME,
                        LocalDateTime::parse);
            case DURATION ->
                new TextForm("a duration such as \"PT1H30M\"", "-?P(?=.)[-+0-9DHMST.]*[0-9][DHMS]", Duration::parse);
            case URI -> new TextForm("a URI such as \"https://example.com/a\"", "(?s).*", URI::create);
            case URL -> new TextForm("a URL such as \"https://example.com/a\"", "(?s).*", TextForms::url);
            case LOCALE -> new TextForm("a language tag such as \"en-GB\"", "[-0-9A-Za-z]+", TextForms::locale);
            case CURRENCY -> new TextForm("a currency such as \"EUR\"", "[A-Z]{3}", Currency::getInstance);
            case ZONE_ID -> new TextForm("a time zone such as \"Europe/Berlin\"", "(?s).*", ZoneId::of);
            default -> throw new IllegalArgumentException(kind + " does not travel as a string only");
        };
    }

    private static TextForm time(Function<String, Object> parse) {
        return new TextForm(
                "a time with offset such as \"2026-11-30T16:30:00Z\"",
                DATE + "T" + TIME + "(Z|[-+][0-9]{2}:[0-9]{2})",
                parse);
    }

    private static Object wellFormed(String text) {
        if (!Unicode.isWellFormed(text)) {
            throw new IllegalArgumentException("half of a surrogate pair");
        }
        return text;
    }

    private static Object url(String text) {
        try {
            return URI.create(text).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Object locale(String text) {
        try {
            return new Locale.Builder().setLanguageTag(text).build();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Object base64(String text) {
        if (text.length() % 4 != 0) {
            throw new IllegalArgumentException("without padding");
        }
        return Base64.getDecoder().decode(text);
    }
}
