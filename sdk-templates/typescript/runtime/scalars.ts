/** A 64-bit integer as decimal digits, because a `number` is exact up to 2^53 only: `'9007199254740993'`. */
export type Int64String = string;

/** An integer of any size as decimal digits. */
export type IntegerString = string;

/** A decimal number in plain notation with its scale kept: `'1.50'`. */
export type DecimalString = string;

/** A point in time with its offset, RFC 3339: `'2026-02-01T10:00:00Z'`. */
export type Timestamp = string;

/** A calendar date: `'2026-02-01'`. */
export type LocalDate = string;

/** A time of day without a zone: `'10:15:30'`. */
export type LocalTime = string;

/** A date and time without a zone: `'2026-02-01T10:15:30'`. */
export type LocalDateTime = string;

/** A length of time, ISO 8601: `'PT1M30S'`. */
export type Duration = string;

/** A UUID in its canonical form. */
export type Uuid = string;

/** Bytes in base64. */
export type Base64 = string;
