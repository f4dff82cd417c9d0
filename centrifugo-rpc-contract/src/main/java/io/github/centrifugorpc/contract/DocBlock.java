package io.github.centrifugorpc.contract;

import java.util.List;

/** A part of a doc comment. */
public sealed interface DocBlock {

    /** Running text on one line; writers wrap it. */
    record Paragraph(String text) implements DocBlock {}

    /** An unordered list. */
    record Bullets(List<String> items) implements DocBlock {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /** Preformatted text; its line breaks count. */
    record Code(String text) implements DocBlock {}
}
