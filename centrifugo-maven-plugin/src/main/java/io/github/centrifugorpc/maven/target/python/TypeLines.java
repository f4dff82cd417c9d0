package io.github.centrifugorpc.maven.target.python;

import java.util.ArrayList;
import java.util.List;

/** A type that is too long for its line, broken as ruff's formatter breaks it. */
final class TypeLines {

    private static final int STEP = 4;
    private static final String INDENT = " ".repeat(STEP);

    private TypeLines() {}

    /**
     * {@code head type tail}, in as few lines as it fits into.
     *
     * @param column where the head starts
     */
    static List<String> of(int column, String head, String type, String tail) {
        if (PythonLines.fits(column, head + type + tail)) {
            return List.of(head + type + tail);
        }
        if (split(type, " | ").size() == 1) {
            return operand(column, head, type, tail);
        }
        var lines = new ArrayList<String>();
        lines.add(head + "(");
        moved(inBrackets(column + STEP, type), lines);
        lines.add(")" + tail);
        return lines;
    }

    /** A type inside brackets or parentheses, where line breaks mean nothing. */
    static List<String> inBrackets(int column, String type) {
        var operands = split(type, " | ");
        if (PythonLines.fits(column, type) || operands.size() == 1) {
            return operand(column, "", type, "");
        }
        var lines = new ArrayList<String>();
        for (var operand : operands) {
            lines.addAll(operand(column, lines.isEmpty() ? "" : "| ", operand, ""));
        }
        return lines;
    }

    private static List<String> operand(int column, String head, String type, String tail) {
        int bracket = type.indexOf('[');
        if (bracket < 0 || PythonLines.fits(column, head + type + tail)) {
            return List.of(head + type + tail);
        }
        var lines = new ArrayList<String>();
        lines.add(head + type.substring(0, bracket + 1));
        var inner = type.substring(bracket + 1, type.length() - 1);
        var parts = split(inner, ", ");
        if (PythonLines.fits(column + STEP, inner) || parts.size() == 1) {
            moved(inBrackets(column + STEP, inner), lines);
        } else {
            for (var part : parts) {
                var partLines = new ArrayList<>(inBrackets(column + STEP, part));
                partLines.add(partLines.remove(partLines.size() - 1) + ",");
                moved(partLines, lines);
            }
        }
        lines.add("]" + tail);
        return lines;
    }

    private static void moved(List<String> inner, List<String> lines) {
        inner.forEach(line -> lines.add(INDENT + line));
    }

    /** The parts between separators that stand in no brackets. */
    private static List<String> split(String type, String separator) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            if (c == '[' || c == '(') {
                depth++;
            } else if (c == ']' || c == ')') {
                depth--;
            } else if (depth == 0 && type.startsWith(separator, i)) {
                parts.add(type.substring(start, i));
                start = i + separator.length();
            }
        }
        parts.add(type.substring(start));
        return parts;
    }
}
