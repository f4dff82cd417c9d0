package io.github.centrifugorpc.contract;

import java.util.List;

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

    public boolean isEmpty() {
        return blocks.isEmpty();
    }
}
