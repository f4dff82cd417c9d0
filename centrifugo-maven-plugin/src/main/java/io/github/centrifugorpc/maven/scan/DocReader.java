package io.github.centrifugorpc.maven.scan;

import com.sun.source.doctree.DeprecatedTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.util.DocTrees;
import io.github.centrifugorpc.contract.DocBlock;
import io.github.centrifugorpc.contract.Docs;
import java.util.List;
import java.util.Optional;

/** Takes doc comments apart: the description, the {@code @param} of a component, the reason of a deprecation. */
final class DocReader {

    private final DocTrees trees;

    DocReader(DocTrees trees) {
        this.trees = trees;
    }

    /** The description, without block tags. */
    Docs body(DocCommentTree comment) {
        return new Docs(blocks(comment.getFullBody()));
    }

    /** What {@code @param} says of one name. */
    Docs param(DocCommentTree comment, String name) {
        return comment.getBlockTags().stream()
                .filter(ParamTree.class::isInstance)
                .map(ParamTree.class::cast)
                .filter(param ->
                        !param.isTypeParameter() && param.getName().toString().equals(name))
                .findFirst()
                .map(param -> new Docs(blocks(param.getDescription())))
                .orElse(Docs.NONE);
    }

    /** What {@code @deprecated} says, on one line. */
    Optional<String> deprecated(DocCommentTree comment) {
        return comment.getBlockTags().stream()
                .filter(DeprecatedTree.class::isInstance)
                .map(DeprecatedTree.class::cast)
                .findFirst()
                .map(tag -> oneLine(blocks(tag.getBody())));
    }

    private List<DocBlock> blocks(List<? extends DocTree> content) {
        DocText text = new DocText(trees);
        text.add(content);
        return text.blocks();
    }

    private static String oneLine(List<DocBlock> blocks) {
        StringBuilder line = new StringBuilder();
        for (DocBlock block : blocks) {
            line.append(line.length() == 0 ? "" : " ").append(text(block));
        }
        return line.toString();
    }

    private static String text(DocBlock block) {
        if (block instanceof DocBlock.Paragraph paragraph) {
            return paragraph.text();
        }
        if (block instanceof DocBlock.Bullets bullets) {
            return String.join("; ", bullets.items());
        }
        return ((DocBlock.Code) block).text().replaceAll("\\s+", " ");
    }
}
