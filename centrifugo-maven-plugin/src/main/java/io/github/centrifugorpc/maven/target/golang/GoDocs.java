package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.DocBlock;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.ErrorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Doc comments as gofmt leaves them: it reads more into a comment than one would think. */
final class GoDocs {

    private static final int WIDTH = 112;
    private static final Pattern HEADING = Pattern.compile("^#+\\s+");
    private static final Pattern LINK_TARGET = Pattern.compile("^\\[([^\\]]*)]:\\s+");
    private static final Pattern BULLET = Pattern.compile("^[-*+•]\\s+");
    private static final Pattern NUMBER = Pattern.compile("^(\\d+)[.)]\\s+");
    private static final Pattern DOUBLE_QUOTES = Pattern.compile("(['`])\\1+");

    private static final Pattern DIRECTIVE = Pattern.compile("(^| )(go:\\S+)");

    private enum Kind {
        PARAGRAPH,
        BULLETS,
        CODE
    }

    private record Block(Kind kind, List<String> lines) {}

    private final List<Block> blocks = new ArrayList<>();

    /** Adds a paragraph. */
    GoDocs paragraph(String text) {
        var words = text.strip().replaceAll("\\s+", " ");
        if (words.isEmpty()) {
            return this;
        }
        if (BULLET.matcher(words).find()) {
            return bullets(List.of(BULLET.matcher(words).replaceFirst("")));
        }
        add(Kind.PARAGRAPH, wrap(plain(words), "// ", "// "));
        return this;
    }

    /** Adds the words of the handler's author. */
    GoDocs docs(Docs docs) {
        for (var block : docs.blocks()) {
            if (block instanceof DocBlock.Paragraph paragraph) {
                paragraph(paragraph.text());
            } else if (block instanceof DocBlock.Bullets list) {
                bullets(list.items());
            } else {
                code(((DocBlock.Code) block).text());
            }
        }
        return this;
    }

    /** Adds the errors that a call may end in, each with what is said of it first. */
    GoDocs errors(List<ErrorType> errors) {
        if (errors.isEmpty()) {
            return this;
        }
        return paragraph("The errors that it declares:")
                .bullets(errors.stream()
                        .map(error -> "[" + GoNames.type(error.type()) + "]"
                                + error.docs()
                                        .summary()
                                        .map(said -> ": " + said)
                                        .orElse(""))
                        .sorted()
                        .toList());
    }

    /** Adds the paragraph that Go's tools look for. */
    GoDocs deprecated(Optional<String> instead) {
        return instead.map(text -> paragraph("Deprecated: " + (text.isBlank() ? "do not use it any more." : text)))
                .orElse(this);
    }

    /** The lines of the comment; none where there is nothing to say. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var block : blocks) {
            if (!lines.isEmpty()) {
                lines.add("//");
            }
            lines.addAll(block.lines());
        }
        return lines;
    }

    /** Adds a block, parted from the one before it: to gofmt, indented lines in a row are one list or one code block. */
    private void add(Kind kind, List<String> lines) {
        var before = blocks.isEmpty()
                ? Kind.PARAGRAPH
                : blocks.get(blocks.size() - 1).kind();
        if (kind == Kind.BULLETS && before == Kind.BULLETS) {
            var joined = new ArrayList<>(blocks.remove(blocks.size() - 1).lines());
            joined.addAll(lines);
            blocks.add(new Block(kind, joined));
            return;
        }
        if (kind != Kind.PARAGRAPH && before != Kind.PARAGRAPH && kind != before) {
            blocks.add(new Block(Kind.PARAGRAPH, List.of(kind == Kind.CODE ? "// For example:" : "// Note:")));
        }
        blocks.add(new Block(kind, lines));
    }

    /** Adds a list. */
    GoDocs bullets(List<String> items) {
        var lines = new ArrayList<String>();
        for (var item : items) {
            var words = item.strip().replaceAll("\\s+", " ");
            if (!words.isEmpty()) {
                lines.addAll(wrap(quotes(words), "//   - ", "//     "));
            }
        }
        if (!lines.isEmpty()) {
            add(Kind.BULLETS, lines);
        }
        return this;
    }

    private void code(String text) {
        var lines = new ArrayList<>(text.lines().map(String::stripTrailing).toList());
        while (!lines.isEmpty() && lines.get(0).isEmpty()) {
            lines.remove(0);
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        int indent = lines.stream()
                .filter(line -> !line.isEmpty())
                .mapToInt(GoDocs::indentOf)
                .min()
                .orElse(0);
        if (!lines.isEmpty()) {
            add(
                    Kind.CODE,
                    lines.stream()
                            .map(line -> line.isEmpty() ? "//" : "//\t" + line.substring(indent))
                            .toList());
        }
    }

    private static int indentOf(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** A paragraph that gofmt takes for nothing else: no heading, no numbered item, no target of a link. */
    private static String plain(String words) {
        var plain = HEADING.matcher(words).replaceFirst("");
        plain = LINK_TARGET.matcher(plain).replaceFirst("$1: ");
        plain = NUMBER.matcher(plain).replaceFirst("$1: ");
        plain = quotes(plain);
        // A single line without an end is a heading to Go's tools.
        int last = plain.codePointBefore(plain.length());
        return Character.isLetterOrDigit(last) ? plain + "." : plain;
    }

    /** Go reads two backticks or apostrophes as a typographic quote, and takes {@code go:} for an order to its tools. */
    private static String quotes(String words) {
        return DIRECTIVE.matcher(DOUBLE_QUOTES.matcher(words).replaceAll("$1")).replaceAll("$1`$2`");
    }

    private static List<String> wrap(String words, String first, String next) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(first);
        boolean isEmpty = true;
        for (var word : words.split(" ")) {
            if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(next);
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
