package io.github.centrifugorpc.maven.render;

/** The last touch on every rendered text, so that templates need not care for blanks. */
public final class TextTidy {

    private TextTidy() {}

    /**
     * No blank at the end of a line, no blank line at the start or the end, one line end at the end, and no more
     * blank lines in a row than the language's formatter leaves.
     */
    public static String tidy(String text, int blankLinesInARow) {
        var tidy = new StringBuilder(text.length());
        int blankLines = 0;
        for (var line : text.lines().map(String::stripTrailing).toList()) {
            if (line.isEmpty()) {
                blankLines++;
                continue;
            }
            if (!tidy.isEmpty()) {
                tidy.append("\n".repeat(Math.min(blankLines, blankLinesInARow)));
            }
            blankLines = 0;
            tidy.append(line).append('\n');
        }
        return tidy.toString();
    }
}
