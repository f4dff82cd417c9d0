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

    /** The head of a function. */
    static String function(String indent, String before, List<String> parameters, String result) {
        String line = indent + before + String.join(", ", parameters) + "): " + result + " {";
        return line.length() <= WIDTH
                ? line
                : broken(indent, before, parameters, TypeLayout.after("): ", result, indent, " {"));
    }

    /** A call whose result is of a type that only the reader knows. */
    static String cast(String indent, String before, List<String> arguments, String type) {
        String call = indent + before + String.join(", ", arguments) + ") as ";
        if ((call + type + ";").length() <= WIDTH) {
            return call + type + ";";
        }
        String spread = TypeLayout.broken(type, indent);
        boolean isCallShort = (call + spread.lines().findFirst().orElse("")).length() <= WIDTH;
        return isCallShort && !spread.equals(type)
                ? call + spread + ";"
                : broken(indent, before, arguments, TypeLayout.after(") as ", type, indent, ";"));
    }

    private static String broken(String indent, String before, List<String> items, String after) {
        var text = new StringBuilder(indent).append(before).append('\n');
        items.forEach(item -> text.append(indent).append("  ").append(item).append(",\n"));
        return text.append(indent).append(after).toString();
    }

    /** An import of types; nothing where there are none. */
    static List<String> typeImport(Iterable<String> names, String module) {
        return braced("import type {", names, module);
    }

    /** An export of what another module has; nothing where there is nothing. */
    static List<String> export(Iterable<String> names, String module) {
        return braced("export {", names, module);
    }

    private static List<String> braced(String before, Iterable<String> names, String module) {
        var sorted = new ArrayList<String>();
        names.forEach(sorted::add);
        if (sorted.isEmpty()) {
            return List.of();
        }
        String after = "} from " + Literals.string(module) + ";";
        String line = before + " " + String.join(", ", sorted) + " " + after;
        return List.of(line.length() <= WIDTH ? line : broken("", before, sorted, after));
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
