/** A 64-bit integer as decimal digits, because a `number` is exact up to 2^53 only: `'9007199254740993'`. */
export type Int64String = string;

/** An integer of any size as decimal digits. */
export type IntegerString = string;

/** A decimal number in plain notation with its scale kept: `'1.50'`. */
export type DecimalString = string;

/** A point in time with its offset, RFC 3339: `'2026-02-01T10:00:00Z'`. */
export type Timestamp = string;

/** Bytes in base64. */
export type Base64 = string;
