package io.github.centrifugorpc.maven.target.python;

import java.util.ArrayList;
import java.util.List;

/**
 * Code broken into lines as ruff's formatter leaves it. {@code indent} says how many columns the lines will be moved
 * to the right.
 */
final class PythonLines {

    /** As in the pyproject.toml of every SDK. */
    private static final int WIDTH = 100;

    private static final String STEP = "    ";

    private PythonLines() {}

    static boolean fits(int indent, String line) {
        return indent + line.codePointCount(0, line.length()) <= WIDTH;
    }

    /** {@code head(item, item)tail} on one line, or with each item on a line of its own. */
    static List<String> call(int indent, String head, List<String> items, String tail) {
        var line = head + String.join(", ", items) + tail;
        return fits(indent, line) ? List.of(line) : broken(List.of(head), items, tail);
    }

    /** The same, where the head already has several lines. */
    static List<String> broken(List<String> head, List<String> items, String tail) {
        var lines = new ArrayList<>(head);
        // The comma after the last item keeps the formatter from joining them.
        items.forEach(item -> (item + ",").lines().map(line -> STEP + line).forEach(lines::add));
        lines.add(tail);
        return lines;
    }
}
