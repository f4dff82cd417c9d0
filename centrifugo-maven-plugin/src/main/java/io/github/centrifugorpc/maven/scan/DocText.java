package io.github.centrifugorpc.maven.scan;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.SummaryTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.util.DocTrees;
import io.github.centrifugorpc.contract.DocBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Gathers the text of a doc comment into paragraphs, lists and code. */
final class DocText {

    private static final Set<String> BREAKS =
            Set.of("p", "div", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "dl", "dt", "dd", "hr");
    private static final Set<String> LISTS = Set.of("ul", "ol");
    private static final Set<String> CODE = Set.of("code", "tt", "kbd", "samp", "var");

    private final DocTrees trees;
    private final List<DocBlock> blocks = new ArrayList<>();
    private final List<String> items = new ArrayList<>();
    private StringBuilder text = new StringBuilder();
    private int listDepth;
    private boolean isPreformatted;

    DocText(DocTrees trees) {
        this.trees = trees;
    }

    void add(List<? extends DocTree> content) {
        content.forEach(this::add);
    }

    List<DocBlock> blocks() {
        close();
        closeList();
        return List.copyOf(blocks);
    }

    private void add(DocTree tree) {
        if (tree instanceof TextTree plain) {
            text.append(plain.getBody());
        } else if (tree instanceof EntityTree entity) {
            text.append(characters(entity));
        } else if (tree instanceof StartElementTree start) {
            open(start.getName().toString().toLowerCase(Locale.ROOT));
        } else if (tree instanceof EndElementTree end) {
            end(end.getName().toString().toLowerCase(Locale.ROOT));
        } else if (tree instanceof LiteralTree literal) {
            literal(literal);
        } else if (tree instanceof LinkTree link) {
            link(link);
        } else if (tree instanceof SummaryTree summary) {
            add(summary.getSummary());
        } else if (tree instanceof ReturnTree returns) {
            text.append("Returns ");
            add(returns.getDescription());
            text.append('.');
        } else if (tree.getKind() != DocTree.Kind.COMMENT && tree.getKind() != DocTree.Kind.INHERIT_DOC) {
            // Markdown comments and tags that this JDK does not know: as they are written.
            text.append(tree);
        }
    }

    private void open(String element) {
        if (element.equals("pre")) {
            close();
            isPreformatted = true;
        } else if (LISTS.contains(element)) {
            close();
            listDepth++;
        } else if (element.equals("li") || BREAKS.contains(element)) {
            close();
        } else if (element.equals("br")) {
            text.append(isPreformatted ? "\n" : " ");
        } else if (CODE.contains(element) && !isPreformatted) {
            text.append('`');
        }
    }

    private void end(String element) {
        if (element.equals("pre")) {
            close();
            isPreformatted = false;
        } else if (LISTS.contains(element)) {
            close();
            listDepth--;
            if (listDepth == 0) {
                closeList();
            }
        } else if (element.equals("li") || BREAKS.contains(element)) {
            close();
        } else if (CODE.contains(element) && !isPreformatted) {
            text.append('`');
        }
    }

    private void literal(LiteralTree literal) {
        String body = literal.getBody().getBody();
        if (literal.getKind() == DocTree.Kind.LITERAL || isPreformatted) {
            text.append(body);
        } else if (body.contains("`")) {
            text.append("`` ").append(body.strip()).append(" ``");
        } else {
            text.append('`').append(body.strip()).append('`');
        }
    }

    private void link(LinkTree link) {
        if (link.getLabel().isEmpty()) {
            text.append(name(link.getReference()));
        } else {
            add(link.getLabel());
        }
    }

    /** {@code com.acme.Task#close(int)} reads {@code Task.close}. */
    private static String name(ReferenceTree reference) {
        String signature = reference.getSignature().replaceAll("\\(.*", "");
        int member = signature.indexOf('#');
        String type = member < 0 ? signature : signature.substring(0, member);
        String simple = type.replaceAll("^(?:\\p{Ll}[^.]*\\.)+", "");
        if (member < 0) {
            return simple;
        }
        return simple.isEmpty() ? signature.substring(1) : simple + "." + signature.substring(member + 1);
    }

    private String characters(EntityTree entity) {
        String characters = trees.getCharacters(entity);
        return characters == null ? entity.toString() : characters;
    }

    /** Ends the running paragraph, list item or code. */
    private void close() {
        String gathered = text.toString();
        text = new StringBuilder();
        if (gathered.isBlank()) {
            return;
        }
        if (isPreformatted) {
            blocks.add(new DocBlock.Code(unindented(gathered)));
            return;
        }
        String line = gathered.strip().replaceAll("\\s+", " ");
        if (listDepth > 0) {
            items.add(line);
        } else {
            blocks.add(new DocBlock.Paragraph(line));
        }
    }

    private void closeList() {
        if (!items.isEmpty()) {
            blocks.add(new DocBlock.Bullets(items));
            items.clear();
        }
    }

    private static String unindented(String code) {
        List<String> lines = code.lines().map(String::stripTrailing).toList();
        int first = 0;
        while (lines.get(first).isEmpty()) {
            first++;
        }
        int end = lines.size();
        while (lines.get(end - 1).isEmpty()) {
            end--;
        }
        List<String> kept = lines.subList(first, end);
        int indent = kept.stream()
                .filter(line -> !line.isEmpty())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return kept.stream()
                .map(line -> line.isEmpty() ? line : line.substring(indent))
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }
}
