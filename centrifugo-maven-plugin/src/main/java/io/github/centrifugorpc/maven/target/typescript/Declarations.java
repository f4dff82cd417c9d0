package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import io.github.centrifugorpc.maven.target.typescript.TypesView.MemberView;
import io.github.centrifugorpc.maven.target.typescript.TypesView.TypeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The declared types of a contract as interfaces and aliases. */
final class Declarations {

    private static final String INDENT = "  ";

    private final TypeDocs docs;
    private final TypeParameters parameters;
    private final TypeExpressions expressions;
    private final IndexSignature indexSignature;

    Declarations(Contract contract) {
        docs = new TypeDocs(contract);
        parameters = new TypeParameters(contract);
        expressions = new TypeExpressions(parameters);
        indexSignature = new IndexSignature(contract, expressions);
    }

    /** What the views made so far have to import. */
    List<String> imports() {
        return Wrapping.typeImport(expressions.aliases(), "./scalars.js");
    }

    TypeView view(TypeDeclaration type) {
        if (type instanceof ObjectType object) {
            return object(object);
        }
        String name = TypeScriptNames.type(type.name());
        return type instanceof UnionType union
                ? alias(docs.of(union), name, union.variants().stream().map(TypeScriptNames::type))
                : alias(docs.of((EnumType) type), name, values((EnumType) type));
    }

    private TypeView object(ObjectType type) {
        String name = name(type);
        if (type.tag().isEmpty() && type.members().isEmpty()) {
            // A 'never' refuses everything, and linters refuse an interface with nothing but an index signature.
            var values = type.extra().map(extra -> extra.accept(expressions)).orElse("never");
            return alias(docs.of(type), name, Stream.of("Record<string, " + values + ">"));
        }
        var members = new ArrayList<MemberView>();
        type.tag().ifPresent(tag -> members.add(tag(tag)));
        type.members().forEach(member -> members.add(new MemberView(docs.of(member), declaration(member))));
        type.extra().ifPresent(extra -> members.add(extra(type, extra)));
        return new TypeView(docs.of(type), name, members, Optional.empty());
    }

    private String name(ObjectType type) {
        String name = TypeScriptNames.type(type.name());
        var written = parameters.of(type).stream().map(parameters::name).toList();
        return written.isEmpty() ? name : name + "<" + String.join(", ", written) + ">";
    }

    private static TypeView alias(String docs, String name, Stream<String> parts) {
        return new TypeView(
                docs,
                name,
                List.of(),
                Optional.of(TypeLayout.union("export type " + name + " = ", parts.toList(), "", ";")));
    }

    /** Open, so that a value of a newer server still fits; the last part keeps editors suggesting the others. */
    private static Stream<String> values(EnumType type) {
        String base = type.isNumeric() ? "number" : "string";
        return type.values().isEmpty()
                ? Stream.of(base)
                : Stream.concat(
                        type.values().stream().map(value -> TypeDocs.literal(type, value)),
                        Stream.of("(" + base + " & {})"));
    }

    private static MemberView tag(ObjectType.Tag tag) {
        return new MemberView("", TypeScriptNames.field(tag.member()) + ": " + Literals.string(tag.value()) + ";");
    }

    private String declaration(Member member) {
        return TypeLayout.after(
                TypeScriptNames.field(member.name()) + (mustBeGiven(member) ? ": " : "?: "),
                member.type().accept(expressions),
                INDENT,
                ";");
    }

    private MemberView extra(ObjectType type, TypeRef extra) {
        return new MemberView(
                docs.ofExtra(extra),
                TypeLayout.union("[member: string]: ", indexSignature.of(type, extra), INDENT, ";"));
    }

    /** The server fills in defaults, and reads what is absent as null; anything else it wants to see. */
    static boolean mustBeGiven(Member member) {
        return member.required()
                || !(member.type() instanceof TypeRef.Nullable
                        || member.type() instanceof TypeRef.PatchOf
                        || member.defaultValue().isPresent());
    }
}
