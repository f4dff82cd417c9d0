package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.Literal;

/** Values as TypeScript and JSON write them. */
final class Literals {

    private Literals() {}

    /** A string in the quotes that prettier takes: single ones, unless that would need more escapes. */
    static String string(String value) {
        long singles = value.chars().filter(c -> c == '\'').count();
        long doubles = value.chars().filter(c -> c == '"').count();
        return quoted(value, singles > doubles ? '"' : '\'');
    }

    /** A JSON string. */
    static String json(String value) {
        return quoted(value, '"');
    }

    /** The value of a default. */
    static String of(Literal literal) {
        if (literal instanceof Literal.Bool bool) {
            return Boolean.toString(bool.value());
        }
        if (literal instanceof Literal.Decimal number) {
            return number.value().toPlainString();
        }
        return string(((Literal.Text) literal).value());
    }

    private static String quoted(String value, char quote) {
        var text = new StringBuilder(value.length() + 2).append(quote);
        value.chars().forEach(unit -> append(text, (char) unit, quote));
        return text.append(quote).toString();
    }

    private static void append(StringBuilder text, char unit, char quote) {
        if (unit == quote || unit == '\\') {
            text.append('\\').append(unit);
        } else if (unit == '\n') {
            text.append("\\n");
        } else if (unit == '\r') {
            text.append("\\r");
        } else if (unit == '\t') {
            text.append("\\t");
        } else if (isInvisible(unit)) {
            text.append(String.format("\\u%04x", (int) unit));
        } else {
            text.append(unit);
        }
    }

    // Line separators end a line in some tools.
    private static boolean isInvisible(char unit) {
        return Character.isISOControl(unit) || unit == '\u2028' || unit == '\u2029' || unit == '\ufeff';
    }
}
