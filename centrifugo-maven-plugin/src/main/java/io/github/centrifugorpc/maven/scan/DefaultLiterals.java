package io.github.centrifugorpc.maven.scan;

import static java.util.stream.Collectors.joining;

import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Literal;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads the text of {@code @DefaultValue} by the type of its member, into the form that travels. */
final class DefaultLiterals {

    private static final BigInteger SAFE = BigInteger.ONE.shiftLeft(53).subtract(BigInteger.ONE);

    private DefaultLiterals() {}

    /** The literal; empty when the text is no value of the type, or the type has no literals. */
    static Optional<Literal> of(String text, TypeRef type, Function<String, Optional<EnumType>> enums) {
        if (type instanceof TypeRef.Named named) {
            return enums.apply(named.name()).flatMap(found -> constant(text, found));
        }
        if (!(type instanceof TypeRef.Scalar scalar)) {
            return Optional.empty();
        }
        try {
            return scalar(text, scalar.kind());
        } catch (IllegalArgumentException | DateTimeException notOfTheType) {
            return Optional.empty();
        }
    }

    /** What a text would have to be, for a message; empty for types that have no literals. */
    static Optional<String> expected(TypeRef type, Function<String, Optional<EnumType>> enums) {
        if (type instanceof TypeRef.Scalar scalar) {
            return Optional.of(expected(scalar.kind()));
        }
        if (type instanceof TypeRef.Named named) {
            return enums.apply(named.name())
                    .map(found -> found.values().stream()
                            .map(EnumType.Value::javaName)
                            .collect(joining(", ", "one of ", "")));
        }
        return Optional.empty();
    }

    private static String expected(ScalarKind kind) {
        return switch (kind) {
            case BOOLEAN -> "true or false";
            case BYTE -> "a whole number from -128 to 127";
            case SHORT -> "a whole number from -32768 to 32767";
            case INT -> "a whole number of 32 bits";
            case LONG -> "a whole number within ±(2^53−1)";
            case LONG_STRING -> "a whole number of 64 bits";
            case FLOAT, DOUBLE -> "a finite number that is not a negative zero";
            case BIG_INTEGER -> "a whole number";
            case BIG_DECIMAL -> "a decimal number";
            case STRING -> "text";
            case CHAR -> "one character";
            case UUID -> "a UUID such as 7f4df1b2-8c9e-4f5a-9a51-0b1f5f6f9a10";
            case BYTES -> "base64";
            case INSTANT -> "a time such as 2026-01-31T09:30:00Z";
            case OFFSET_DATE_TIME, ZONED_DATE_TIME -> "a time such as 2026-01-31T09:30:00+01:00";
            case LOCAL_DATE -> "a date such as 2026-01-31";
            case LOCAL_TIME -> "a time such as 09:30:00";
            case LOCAL_DATE_TIME -> "a date and time such as 2026-01-31T09:30:00";
            case DURATION -> "a duration such as PT1M30S";
            case URI, URL -> "an address such as https://example.com/a";
            case LOCALE -> "a language tag such as en-GB";
            case CURRENCY -> "a currency such as EUR";
            case ZONE_ID -> "a zone such as Europe/Berlin";
        };
    }

    private static Optional<Literal> constant(String text, EnumType type) {
        return type.values().stream()
                .filter(value -> value.javaName().equals(text) || value.name().equals(text))
                .findFirst()
                .map(value -> new Literal.Text(value.name()));
    }

    private static Optional<Literal> scalar(String text, ScalarKind kind) {
        return switch (kind) {
            case BOOLEAN ->
                text.matches("true|false")
                        ? Optional.of(new Literal.Bool(Boolean.parseBoolean(text)))
                        : Optional.empty();
            case BYTE -> number(BigDecimal.valueOf(Byte.parseByte(text)));
            case SHORT -> number(BigDecimal.valueOf(Short.parseShort(text)));
            case INT -> number(BigDecimal.valueOf(Integer.parseInt(text)));
            case LONG ->
                Optional.of(new BigInteger(text))
                        .filter(value -> value.abs().compareTo(SAFE) <= 0)
                        .flatMap(value -> number(new BigDecimal(value)));
            case LONG_STRING -> text(String.valueOf(Long.parseLong(text)));
            case FLOAT -> fraction(text, Float.parseFloat(text));
            case DOUBLE -> fraction(text, Double.parseDouble(text));
            case BIG_INTEGER -> text(new BigInteger(text).toString());
            case BIG_DECIMAL -> text(new BigDecimal(text).toPlainString());
            case STRING -> text(text);
            case CHAR -> text.length() == 1 ? text(text) : Optional.empty();
            case UUID -> text(uuid(text));
            case BYTES ->
                text(Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text)));
            case INSTANT -> text(Instant.parse(text).toString());
            case OFFSET_DATE_TIME -> text(offset(OffsetDateTime.parse(text)));
            case ZONED_DATE_TIME -> text(offset(ZonedDateTime.parse(text).toOffsetDateTime()));
            case LOCAL_DATE -> text(LocalDate.parse(text).toString());
            case LOCAL_TIME -> text(LocalTime.parse(text).format(DateTimeFormatter.ISO_LOCAL_TIME));
            case LOCAL_DATE_TIME -> text(LocalDateTime.parse(text).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
            case DURATION -> text(Duration.parse(text).toString());
            case URI -> text(URI.create(text).toString());
            case URL -> text(url(text));
            case LOCALE ->
                text(new Locale.Builder().setLanguageTag(text).build().toLanguageTag());
            case CURRENCY -> text(Currency.getInstance(text).getCurrencyCode());
            case ZONE_ID -> text(ZoneId.of(text).getId());
        };
    }

    private static String offset(OffsetDateTime time) {
        // OffsetDateTime.toString() leaves out seconds that are zero, which RFC 3339 does not allow.
        return time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static String url(String text) {
        try {
            return URI.create(text).toURL().toString();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String uuid(String text) {
        String canonical = UUID.fromString(text).toString();
        if (!canonical.equalsIgnoreCase(text)) {
            // Java also takes 1-1-1-1-1, which nobody means.
            throw new IllegalArgumentException(text);
        }
        return canonical;
    }

    /** The literal of a text that Java reads as that value. */
    private static Optional<Literal> fraction(String text, double value) {
        // The contract's decimals have no sign at zero: -0.0 would reach the handler as 0.0.
        boolean isNegativeZero = Double.compare(value, -0.0) == 0;
        return Double.isFinite(value) && !isNegativeZero ? number(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<Literal> number(BigDecimal value) {
        return Optional.of(new Literal.Decimal(value));
    }

    private static Optional<Literal> text(String value) {
        return Optional.of(new Literal.Text(value));
    }
}
