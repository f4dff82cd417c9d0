package io.github.centrifugorpc.maven.target.typescript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where a type breaks that is too long for its line, by prettier's rules. */
final class TypeLayout {

    private static final String OR_NULL = " | null";
    private static final Pattern SIMPLE = Pattern.compile("[^<>()\\[\\]]*");

    private TypeLayout() {}

    /** A type between what stands before and after it; the first line is indented by the caller. */
    static String after(String before, String type, String indent, String end) {
        if (fits(indent + before + type + end)) {
            return before + type + end;
        }
        if (type.endsWith("[]" + OR_NULL)) {
            return list(before, type.substring(0, type.length() - OR_NULL.length()), indent, end);
        }
        return before + broken(type, indent) + end;
    }

    /** A union: on the line, on a line of its own, or each part on one. */
    static String union(String before, List<String> parts, String indent, String end) {
        if (parts.size() == 1) {
            return after(before, parts.get(0), indent, end);
        }
        String union = String.join(" | ", parts) + end;
        if (fits(indent + before + union)) {
            return before + union;
        }
        String line = "\n" + indent + "  ";
        return before.stripTrailing()
                + line
                + (fits(indent + "  " + union) ? union : "| " + String.join(line + "| ", parts) + end);
    }

    private static String list(String before, String type, String indent, String end) {
        String inner = before.isEmpty() ? indent : indent + "  ";
        String start = before.isEmpty() ? "" : before.stripTrailing() + "\n" + inner;
        return fits(inner + type + OR_NULL + end)
                ? start + type + OR_NULL + end
                : start + "| " + after("", type, inner + "  ", "") + "\n" + inner + "| null" + end;
    }

    /** A generic type with each of its arguments on a line; only one that has a structure is worth it. */
    static String broken(String type, String indent) {
        if (type.startsWith("(") && type.endsWith(")[]")) {
            return "(" + broken(type.substring(1, type.length() - ")[]".length()), indent) + ")[]";
        }
        int open = type.indexOf('<');
        int close = type.lastIndexOf('>');
        if (open < 0 || type.startsWith("(")) {
            return type;
        }
        var arguments = arguments(type.substring(open + 1, close));
        if (arguments.size() == 1 && SIMPLE.matcher(arguments.get(0)).matches()) {
            return type;
        }
        if (arguments.size() == 1 && isNullableGeneric(arguments.get(0))) {
            return type.substring(0, open + 1) + broken(arguments.get(0), indent) + type.substring(close);
        }
        var text = new StringBuilder(type.substring(0, open + 1));
        for (int i = 0; i < arguments.size(); i++) {
            String end = i < arguments.size() - 1 ? "," : "";
            text.append('\n').append(indent).append("  ").append(after("", arguments.get(i), indent + "  ", end));
        }
        return text.append('\n').append(indent).append(type.substring(close)).toString();
    }

    private static boolean isNullableGeneric(String type) {
        return type.endsWith(">" + OR_NULL);
    }

    private static List<String> arguments(String text) {
        var arguments = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            depth += unit == '<' ? 1 : unit == '>' ? -1 : 0;
            if (unit == ',' && depth == 0) {
                arguments.add(text.substring(start, i));
                start = i + 2;
            }
        }
        arguments.add(text.substring(start));
        return arguments;
    }

    private static boolean fits(String line) {
        return line.length() <= Wrapping.WIDTH;
    }
}
