package io.github.centrifugorpc.maven.target.golang;

import java.util.ArrayList;
import java.util.List;

/** Lines whose cells gofmt aligns: those that follow each other without a comment or a blank line between them. */
final class Columns {

    private final List<String> lines = new ArrayList<>();
    private final List<List<String>> block = new ArrayList<>();

    /** Adds a line of cells, all but the last of them padded to the width of their column. */
    void cells(String... cells) {
        block.add(List.of(cells));
    }

    /** Adds lines as they stand, which end the block of cells before them. */
    void plain(List<String> plain) {
        if (!plain.isEmpty()) {
            flush();
            lines.addAll(plain);
        }
    }

    /** All lines. */
    List<String> lines() {
        flush();
        return List.copyOf(lines);
    }

    private void flush() {
        for (var row : block) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i));
                if (i < row.size() - 1) {
                    line.append(" ".repeat(width(i) - length(row.get(i)) + 1));
                }
            }
            lines.add(line.toString());
        }
        block.clear();
    }

    private int width(int column) {
        return block.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
