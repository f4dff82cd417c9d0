package io.github.centrifugorpc.maven.target.python;

import io.github.centrifugorpc.contract.DocBlock;
import io.github.centrifugorpc.contract.Docs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Doc comments as docstrings: whole lines, quotes included, without the indentation of the place they go to. */
final class PythonDocs {

    private static final int WIDTH = 92;

    private PythonDocs() {}

    /** The docstring of something that must have one. */
    static List<String> docstring(Docs docs, Optional<String> deprecated, String otherwise) {
        return quoted(lines(docs.isEmpty() ? Docs.of(otherwise) : docs, deprecated));
    }

    /**
     * The docstring of a method.
     *
     * @param raised what is said of each error, by its class
     */
    static List<String> docstring(
            Docs docs, Optional<String> deprecated, String otherwise, Map<String, String> raised) {
        var lines = lines(docs.isEmpty() ? Docs.of(otherwise) : docs, deprecated);
        if (!raised.isEmpty()) {
            separate(lines);
            lines.add("Raises:");
            raised.forEach((error, said) -> wrap(said, "    " + error + ": ", "        ", lines));
        }
        return quoted(lines);
    }

    /** The docstring of something that may go without; empty if there is nothing to say. */
    static List<String> docstring(Docs docs, Optional<String> deprecated) {
        var lines = lines(docs, deprecated);
        return lines.isEmpty() ? lines : quoted(lines);
    }

    private static List<String> lines(Docs docs, Optional<String> deprecated) {
        var lines = new ArrayList<String>();
        for (var block : docs.blocks()) {
            separate(lines);
            if (block instanceof DocBlock.Paragraph paragraph) {
                wrap(paragraph.text(), "", "", lines);
            } else if (block instanceof DocBlock.Bullets bullets) {
                bullets.items().forEach(item -> wrap(item, "- ", "  ", lines));
            } else if (block instanceof DocBlock.Code code) {
                code.text()
                        .lines()
                        .map(line -> "    " + text(line.replace("\t", "    ")))
                        .forEach(lines::add);
            }
        }
        deprecated.ifPresent(text -> {
            separate(lines);
            wrap(text.isBlank() ? "Deprecated." : "Deprecated: " + text, "", "", lines);
        });
        return lines;
    }

    private static void separate(List<String> lines) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
    }

    private static void wrap(String text, String first, String next, List<String> lines) {
        var line = new StringBuilder(first);
        boolean isEmpty = true;
        for (var word : text.strip().split("\\s+")) {
            var written = text(word);
            if (!isEmpty && line.length() + 1 + written.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(next);
                isEmpty = true;
            }
            if (!isEmpty) {
                line.append(' ');
            }
            line.append(written);
            isEmpty = false;
        }
        lines.add(line.toString());
    }

    private static String text(String words) {
        return PythonLiterals.docText(words);
    }

    private static List<String> quoted(List<String> lines) {
        var quoted = new ArrayList<>(lines);
        // A quote at the start would run into the opening ones.
        var first = lines.get(0).startsWith("\"") ? "\\" + lines.get(0) : lines.get(0);
        quoted.set(0, "\"\"\"" + first);
        var last = quoted.get(quoted.size() - 1);
        boolean runsIntoTheQuotes = last.endsWith("\"") || last.endsWith("\\");
        if (lines.size() == 1 && !runsIntoTheQuotes) {
            return List.of(last + "\"\"\"");
        }
        quoted.add("\"\"\"");
        return quoted;
    }
}
