package io.github.centrifugorpc.maven.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.centrifugorpc.contract.DocBlock;
import io.github.centrifugorpc.contract.Docs;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Doc comments as the CommonMark that OpenAPI's descriptions are. */
final class Descriptions {

    private Descriptions() {}

    /**
     * Adds description and deprecation to an operation or a schema, each only where there is one; a description that is
     * there already follows the docs.
     */
    static void describe(ObjectNode json, Docs docs, Optional<String> deprecated) {
        var text = joined(docs, json.path("description").asText(), deprecated);
        if (!text.isEmpty()) {
            json.put("description", text);
        }
        if (deprecated.isPresent()) {
            json.put("deprecated", true);
        }
    }

    /** Docs, a note and what to use instead, as paragraphs; empty where there is nothing to say. */
    static String joined(Docs docs, String note, Optional<String> deprecated) {
        return Stream.of(
                        docs.blocks().stream().map(Descriptions::markdown),
                        Stream.of(note),
                        deprecated.stream().map(use -> ("Deprecated. " + use).strip()))
                .flatMap(parts -> parts)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"))
                // Generators copy descriptions into comments, and not all of them see where one would end.
                .replace("*/", "*\\/");
    }

    private static String markdown(DocBlock block) {
        if (block instanceof DocBlock.Paragraph paragraph) {
            return paragraph.text();
        }
        if (block instanceof DocBlock.Bullets bullets) {
            return bullets.items().stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
        }
        // Indented code ends only where the indentation does, whatever fences the text itself holds.
        var code = ((DocBlock.Code) block).text();
        return code.lines().map(line -> "    " + line).collect(Collectors.joining("\n"));
    }
}
