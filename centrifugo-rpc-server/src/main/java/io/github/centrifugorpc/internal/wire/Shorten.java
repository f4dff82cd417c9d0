package io.github.centrifugorpc.internal.wire;

/** Makes what a caller sent fit to be repeated in a sentence: short, on one line, printable (wire W13). */
public final class Shorten {

    private static final int MOST_CHARACTERS = 40;

    private Shorten() {}

    /** At most 40 characters, control characters and lone surrogates as {@code ?}. */
    public static String text(String text) {
        var shortened = new StringBuilder(MOST_CHARACTERS + 1);
        text.codePoints().limit(MOST_CHARACTERS + 1L).forEach(c -> {
            boolean isPlain = !Character.isISOControl(c)
                    && Character.getType(c) != Character.SURROGATE
                    && Character.getType(c) != Character.FORMAT
                    && Character.getType(c) != Character.LINE_SEPARATOR
                    && Character.getType(c) != Character.PARAGRAPH_SEPARATOR;
            shortened.appendCodePoint(isPlain ? c : '?');
        });
        if (shortened.codePointCount(0, shortened.length()) > MOST_CHARACTERS) {
            shortened.setLength(shortened.offsetByCodePoints(0, MOST_CHARACTERS));
            shortened.append('…');
        }
        return shortened.toString();
    }
}
