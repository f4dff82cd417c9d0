package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.DocBlock;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code types.ts.vm} shows. */
public record TypesView(String header, List<String> imports, List<TypeView> types) {

    /**
     * One type.
     *
     * @param docs its comment, with the line end
     * @param alias the whole declaration, where it is no interface
     */
    public record TypeView(String docs, String name, List<MemberView> members, Optional<String> alias) {}

    /** One member, {@code user_id: string} for one. */
    public record MemberView(String docs, String declaration) {}

    static TypesView of(Contract contract) {
        var expressions = new TypeExpressions();
        var types =
                contract.types().stream().map(type -> view(type, expressions)).toList();
        return new TypesView(
                TypeScriptRenderer.HEADER, Wrapping.typeImport(expressions.aliases(), "./scalars.js"), types);
    }

    private static TypeView view(TypeDeclaration type, TypeExpressions expressions) {
        String name = TypeScriptNames.type(type.name());
        if (type instanceof EnumType values) {
            return new TypeView(
                    comment(withValues(values), values.deprecated()),
                    name,
                    List.of(),
                    Optional.of(union(name, values)));
        }
        var object = (ObjectType) type;
        var members = object.members().stream()
                .map(member -> new MemberView(docs(member), declaration(member, expressions)))
                .toList();
        return new TypeView(
                comment(object.docs(), object.deprecated()),
                name,
                members,
                members.isEmpty()
                        ? Optional.of("export type " + name + " = Record<string, never>;")
                        : Optional.empty());
    }

    // Not the tag: the linters' rule against deprecated names would find each use inside the SDK.
    private static String comment(Docs docs, Optional<String> deprecated) {
        var blocks = new ArrayList<>(docs.blocks());
        deprecated.ifPresent(advice -> blocks.add(new DocBlock.Paragraph(("**Deprecated.** " + advice).strip())));
        return TsDoc.comment("", new Docs(blocks), List.of());
    }

    private static Docs withValues(EnumType type) {
        if (type.values().stream()
                .allMatch(value -> value.docs().isEmpty() && value.deprecated().isEmpty())) {
            return type.docs();
        }
        var blocks = new ArrayList<>(type.docs().blocks());
        blocks.add(new DocBlock.Bullets(
                type.values().stream().map(TypesView::bullet).toList()));
        return new Docs(blocks);
    }

    private static String bullet(EnumType.Value value) {
        var text = new StringBuilder(TsDoc.code(value.name()));
        value.docs().blocks().stream()
                .filter(DocBlock.Paragraph.class::isInstance)
                .map(block -> ((DocBlock.Paragraph) block).text())
                .findFirst()
                .ifPresent(first -> text.append(": ").append(first));
        value.deprecated().ifPresent(advice -> text.append((" **Deprecated.** " + advice).stripTrailing()));
        return text.toString();
    }

    /** Open, so that a value of a newer server still fits; the last part keeps editors suggesting the others. */
    private static String union(String name, EnumType type) {
        var parts = new ArrayList<String>();
        type.values().forEach(value -> parts.add(Literals.string(value.name())));
        parts.add("(string & {})");
        return Wrapping.union(name, parts);
    }

    private static String docs(Member member) {
        var tags = new ArrayList<String>();
        member.defaultValue().ifPresent(value -> tags.add("defaultValue " + TsDoc.code(Literals.of(value))));
        if (member.name().equals("__proto__")) {
            tags.add("remarks In an object literal write `['__proto__']`, or JavaScript sets the prototype instead.");
        }
        tags.addAll(TsDoc.deprecation(member.deprecated()));
        return TsDoc.comment("  ", member.docs(), tags);
    }

    private static String declaration(Member member, TypeExpressions expressions) {
        return TypeScriptNames.field(member.name())
                + (mustBeGiven(member) ? ": " : "?: ")
                + member.type().accept(expressions);
    }

    /** The server fills in defaults, and reads what is absent as null; anything else it wants to see. */
    static boolean mustBeGiven(Member member) {
        return member.required()
                || !(member.type() instanceof TypeRef.Nullable
                        || member.defaultValue().isPresent());
    }
}
