package io.github.centrifugorpc.maven.target.golang;

import java.time.Duration;

/** Go source text for values. */
final class GoLiterals {

    /** The struct tag of a field that is no member of its own. */
    static final String HIDDEN_TAG = "`json:\"-\"`";

    private GoLiterals() {}

    /** An interpreted string literal. */
    static String string(String text) {
        var literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> appendReadable(literal, c);
            }
        });
        return literal.append('"').toString();
    }

    /** A struct tag that names a member on the wire. */
    static String tag(String wireName, String options) {
        // "-" alone would leave the field out.
        var name = wireName.equals("-") && options.isEmpty() ? "-," : wireName;
        var tag = "json:" + string(name + options);
        return tag.contains("`") ? string(tag) : "`" + tag + "`";
    }

    /** A time.Duration in the largest unit that says it without a fraction. */
    static String duration(Duration duration) {
        return duration.toMillisPart() == 0
                ? duration.toSeconds() + "*time.Second"
                : duration.toMillis() + "*time.Millisecond";
    }

    private static void appendReadable(StringBuilder literal, int c) {
        boolean isReadable = switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
        if (isReadable) {
            literal.appendCodePoint(c);
        } else if (Character.isBmpCodePoint(c)) {
            // Go has no way to write half of a surrogate pair; nor has JSON that a Go client could read.
            literal.append(String.format("\\u%04x", Character.isSurrogate((char) c) ? 0xfffd : c));
        } else {
            literal.append(String.format("\\U%08x", c));
        }
    }
}
