package io.github.centrifugorpc.maven.target.typescript;

import java.util.ArrayList;
import java.util.List;

/** Where lines break, by the rules that prettier has for the few shapes that generated code has. */
final class Wrapping {

    /** As the SDK's own {@code package.json} tells prettier. */
    static final int WIDTH = 110;

    private Wrapping() {}

    /** Items between brackets: on one line, or each on its own with a comma behind it. */
    static String bracketed(String indent, String before, List<String> items, String after) {
        String line = indent + before + String.join(", ", items) + after;
        return line.length() <= WIDTH ? line : broken(indent, before, items, after);
    }

    private static String broken(String indent, String before, List<String> items, String after) {
        var text = new StringBuilder(indent).append(before).append('\n');
        items.forEach(item -> text.append(indent).append("  ").append(item).append(",\n"));
        return text.append(indent).append(after).toString();
    }

    /** An import of types; nothing where there are none. */
    static List<String> typeImport(Iterable<String> names, String module) {
        var sorted = new ArrayList<String>();
        names.forEach(sorted::add);
        if (sorted.isEmpty()) {
            return List.of();
        }
        String after = "} from " + Literals.string(module) + ";";
        String line = "import type { " + String.join(", ", sorted) + " " + after;
        return List.of(line.length() <= WIDTH ? line : broken("", "import type {", sorted, after));
    }

    /** A type under a name of its own. */
    static String alias(String name, List<String> parts) {
        return union("", "export type " + name + " =", parts);
    }

    /** A union after what stands before it: on one line, or each part on its own, indented further. */
    static String union(String indent, String before, List<String> parts) {
        String line = before + " " + String.join(" | ", parts) + ";";
        if (indent.length() + line.length() <= WIDTH || parts.size() == 1) {
            return line;
        }
        String separator = "\n" + indent + "  | ";
        return before + separator + String.join(separator, parts) + ";";
    }

    /** The words of a text; code in backticks stays in one piece. */
    static List<String> words(String text) {
        boolean areBackticksPaired = text.chars().filter(c -> c == '`').count() % 2 == 0;
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean isCode = false;
        for (char unit : text.strip().toCharArray()) {
            if (Character.isWhitespace(unit) && !isCode) {
                close(word, words);
                continue;
            }
            isCode ^= unit == '`' && areBackticksPaired;
            word.append(unit);
        }
        close(word, words);
        return words;
    }

    private static void close(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
