package io.github.centrifugorpc.contract;

import java.util.List;
import java.util.Optional;

/** A doc comment, parsed once; inline code stands in backticks, links are plain text. */
public record Docs(List<DocBlock> blocks) {

    /** No documentation. */
    public static final Docs NONE = new Docs(List.of());

    public Docs {
        blocks = List.copyOf(blocks);
    }

    /** Documentation of one paragraph. */
    public static Docs of(String paragraph) {
        return new Docs(List.of(new DocBlock.Paragraph(paragraph)));
    }

    /** The first paragraph; empty where there is none at the beginning. */
    public Optional<String> summary() {
        return blocks.stream()
                .limit(1)
                .filter(DocBlock.Paragraph.class::isInstance)
                .map(block -> ((DocBlock.Paragraph) block).text())
                .findFirst();
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }
}
