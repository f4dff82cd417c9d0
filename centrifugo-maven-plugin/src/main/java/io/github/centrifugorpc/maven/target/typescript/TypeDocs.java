package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.DocBlock;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import io.github.centrifugorpc.maven.target.ConstraintText;
import io.github.centrifugorpc.maven.target.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The comments of {@code types.ts}: what the Javadoc says, and what a type of TypeScript cannot say. */
final class TypeDocs {

    private static final String NEWER_VARIANTS =
            "A newer server may send variants that are not listed; the `default` of a `switch` meets them.";

    private final Roles roles;

    TypeDocs(Contract contract) {
        roles = new Roles(contract);
    }

    String of(ObjectType type) {
        var docs = type.docs();
        if (docs.isEmpty()) {
            docs = roles.of(type.name()).map(role -> Docs.of(sentence(role))).orElse(Docs.NONE);
        }
        return comment(docs, type.deprecated());
    }

    String of(UnionType type) {
        return comment(ConstraintText.docs(type.docs(), List.of(NEWER_VARIANTS)), type.deprecated());
    }

    /** Values are documented in one list, because literals have no comments of their own. */
    String of(EnumType type) {
        var bullets = type.values().stream().map(value -> bullet(type, value)).toList();
        boolean isEachClear = type.values().stream()
                .allMatch(value -> !type.isNumeric()
                        && value.docs().isEmpty()
                        && value.deprecated().isEmpty());
        var blocks = new ArrayList<>(type.docs().blocks());
        if (!isEachClear) {
            blocks.add(new DocBlock.Bullets(bullets));
        }
        return comment(new Docs(blocks), type.deprecated());
    }

    String of(Member member) {
        var sentences = new ArrayList<String>();
        // A default is an example already.
        if (member.defaultValue().isEmpty()) {
            TextForm.of(member.type()).map(TypeDocs::sentence).ifPresent(sentences::add);
        }
        sentences.addAll(ConstraintText.sentences(member.type(), member.constraints()));
        if (member.type() instanceof TypeRef.PatchOf) {
            sentences.add("Absent: stays as it is; `null`: cleared.");
        }
        var tags = new ArrayList<String>();
        member.defaultValue().ifPresent(value -> tags.add("defaultValue " + TsDoc.code(Literals.of(value))));
        if (member.name().equals("__proto__")) {
            tags.add("remarks In an object literal write `['__proto__']`, or JavaScript sets the prototype instead.");
        }
        tags.addAll(TsDoc.deprecation(member.deprecated()));
        return TsDoc.comment("  ", ConstraintText.docs(member.docs(), sentences), tags);
    }

    /** The comment of what an open object holds beside its declared members. */
    String ofExtra(TypeRef extra) {
        var form = TextForm.of(extra).map(TypeDocs::sentence).stream();
        return TsDoc.comment(
                "  ",
                ConstraintText.docs(
                        Docs.NONE,
                        Stream.concat(Stream.of("Any further members."), form).toList()),
                List.of());
    }

    /** A value of an enum as it travels. */
    static String literal(EnumType type, EnumType.Value value) {
        return type.isNumeric() ? value.name() : Literals.string(value.name());
    }

    private static String bullet(EnumType type, EnumType.Value value) {
        var text = new StringBuilder(TsDoc.code(value.name()));
        var docs = value.docs().blocks().stream()
                .filter(DocBlock.Paragraph.class::isInstance)
                .map(block -> ((DocBlock.Paragraph) block).text())
                .findFirst();
        if (type.isNumeric()) {
            text.append(" (").append(TsDoc.code(value.javaName())).append(')');
        }
        docs.ifPresent(first -> text.append(": ").append(first));
        value.deprecated().ifPresent(advice -> text.append((" **Deprecated.** " + advice).stripTrailing()));
        return text.toString();
    }

    // Not the tag: the linters' rule against deprecated names would find each use inside the SDK.
    static String comment(Docs docs, Optional<String> deprecated) {
        var blocks = new ArrayList<>(docs.blocks());
        deprecated.ifPresent(advice -> blocks.add(new DocBlock.Paragraph(("**Deprecated.** " + advice).strip())));
        return TsDoc.comment("", new Docs(blocks), List.of());
    }

    private static String sentence(String phrase) {
        return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1) + ".";
    }
}
