package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.DocBlock;
import io.github.centrifugorpc.contract.Docs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Doc comments for TypeScript, wrapped and safe whatever the Javadoc said. */
final class TsDoc {

    private static final Pattern TAG = Pattern.compile("(?<=^|[\\s{])@");

    private final List<String> lines = new ArrayList<>();
    private final String indent;

    private TsDoc(String indent) {
        this.indent = indent;
    }

    /** A comment that ends with its line, or nothing where there is nothing to say. */
    static String comment(String indent, Docs docs, List<String> tags) {
        var comment = new TsDoc(indent);
        docs.blocks().forEach(comment::block);
        if (!tags.isEmpty()) {
            comment.gap();
            tags.forEach(tag -> comment.wrapped("@" + tag, "  "));
        }
        return comment.text();
    }

    /** The tag for something deprecated. */
    static List<String> deprecation(Optional<String> deprecated) {
        return deprecated
                .map(advice -> List.of(("deprecated " + safe(advice)).strip()))
                .orElse(List.of());
    }

    /** A piece of code inside a text, by Markdown's rules. */
    static String code(String text) {
        return text.contains("`") ? "`` " + unclosed(text) + " ``" : "`" + unclosed(text) + "`";
    }

    private void block(DocBlock block) {
        gap();
        if (block instanceof DocBlock.Paragraph paragraph) {
            wrapped(safe(paragraph.text()), "");
        } else if (block instanceof DocBlock.Bullets bullets) {
            bullets.items().forEach(item -> wrapped("- " + safe(item), "  "));
        } else {
            lines.add("```");
            ((DocBlock.Code) block).text().lines().map(TsDoc::unclosed).forEach(lines::add);
            lines.add("```");
        }
    }

    private void gap() {
        if (!lines.isEmpty()) {
            lines.add("");
        }
    }

    private void wrapped(String text, String hang) {
        int width = Wrapping.WIDTH - indent.length() - " * ".length();
        var line = new StringBuilder();
        for (String word : Wrapping.words(text)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(hang).append(word);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        lines.add(line.toString());
    }

    private String text() {
        if (lines.isEmpty()) {
            return "";
        }
        String only = indent + "/** " + lines.get(0) + " */\n";
        if (lines.size() == 1 && only.length() - 1 <= Wrapping.WIDTH) {
            return only;
        }
        var text = new StringBuilder(indent).append("/**\n");
        lines.forEach(
                line -> text.append((indent + " * " + line).stripTrailing()).append('\n'));
        return text.append(indent).append(" */\n").toString();
    }

    /** Text that neither ends the comment nor starts a tag. */
    static String safe(String text) {
        return TAG.matcher(unclosed(text)).replaceAll("\\\\@");
    }

    private static String unclosed(String text) {
        return text.replace("*/", "*\\/");
    }
}
