package io.github.centrifugorpc.maven.target.python;

import java.util.function.IntPredicate;

/** Texts as they stand in Python source, in the form that ruff's formatter leaves alone. */
final class PythonLiterals {

    private PythonLiterals() {}

    /** A string literal. */
    static String string(String value) {
        // The formatter prefers the quotes that need fewer escapes.
        boolean single = value.chars().filter(c -> c == '"').count()
                > value.chars().filter(c -> c == '\'').count();
        char quote = single ? '\'' : '"';
        return quote + escaped(value, c -> c == quote) + quote;
    }

    /** A part of a docstring, without its quotes. */
    static String docText(String value) {
        return escaped(value, c -> false).replace("\"\"\"", "\\\"\\\"\\\"");
    }

    private static String escaped(String value, IntPredicate isQuote) {
        var text = new StringBuilder(value.length());
        value.codePoints().forEach(c -> {
            if (c == '\\' || isQuote.test(c)) {
                text.append('\\').appendCodePoint(c);
            } else if (c == '\n') {
                text.append("\\n");
            } else if (c == '\r') {
                text.append("\\r");
            } else if (c == '\t') {
                text.append("\\t");
            } else if (isInvisible(c)) {
                text.append(
                        c <= 0xFF
                                ? "\\x%02x".formatted(c)
                                : c <= 0xFFFF ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.toString();
    }

    /** Characters that change how source is read without showing, and those that are none. */
    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
