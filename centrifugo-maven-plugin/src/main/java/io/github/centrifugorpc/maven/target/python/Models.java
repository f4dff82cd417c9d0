package io.github.centrifugorpc.maven.target.python;

import static java.util.stream.Collectors.joining;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.DocBlock;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.UnionType;
import io.github.centrifugorpc.maven.target.Roles;
import io.github.centrifugorpc.maven.target.python.ModelsView.EnumView;
import io.github.centrifugorpc.maven.target.python.ModelsView.ImportView;
import io.github.centrifugorpc.maven.target.python.ModelsView.ModelView;
import io.github.centrifugorpc.maven.target.python.ModelsView.UnionView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The contract's types as classes: in one module, or in one of its parts. */
final class Models {

    private static final int INDENT = 4;
    private static final String UNKNOWN = "_wire.UnknownVariant";

    private final Fields fields;
    private final Roles roles;
    private final Map<String, String> variantOf = new HashMap<>();

    Models(Contract contract) {
        for (var type : contract.types()) {
            if (type instanceof UnionType union) {
                var role = "A variant of " + PythonNames.type(union.name());
                union.variants().forEach(variant -> variantOf.putIfAbsent(variant, role));
            }
        }
        this.fields = new Fields(contract);
        this.roles = new Roles(contract);
    }

    /** A module that has all types. */
    ModelsView module(String header, List<TypeDeclaration> types) {
        return view(header, "The types that the methods take and give.", ".", types, List.of(), List.of());
    }

    /** A module that has some of them. */
    ModelsView part(String header, List<TypeDeclaration> types, List<ImportView> imports, List<ImportView> references) {
        return view(header, "A part of the types; `models` has them all.", "..", types, imports, references);
    }

    private ModelsView view(
            String header,
            String docs,
            String root,
            List<TypeDeclaration> types,
            List<ImportView> imports,
            List<ImportView> references) {
        var enums = new ArrayList<EnumView>();
        var models = new ArrayList<ModelView>();
        var unions = new ArrayList<UnionView>();
        var typing = new TreeSet<>(ImportOrder.IMPORTS);
        var variables = new TreeSet<String>();
        if (!references.isEmpty()) {
            typing.add("TYPE_CHECKING");
        }
        for (var type : types) {
            if (type instanceof EnumType enumType) {
                enums.add(enumType(enumType));
            } else if (type instanceof UnionType union) {
                unions.add(union(union));
                typing.add("Annotated");
            } else if (type instanceof ObjectType objectType) {
                models.add(model(objectType));
                objectType.tag().ifPresent(tag -> typing.add("Literal"));
                objectType.typeParameters().stream().map(PythonNames::variable).forEach(variables::add);
            }
        }
        if (!variables.isEmpty()) {
            typing.addAll(List.of("Generic", "TypeVar"));
        }
        return new ModelsView(
                header,
                docs,
                List.copyOf(typing),
                root,
                imports,
                references,
                exports(types),
                List.copyOf(variables),
                enums,
                models,
                unions);
    }

    static List<String> exports(List<TypeDeclaration> types) {
        return types.stream()
                .map(type -> PythonNames.type(type.name()))
                .sorted(ImportOrder.EXPORTS)
                .toList();
    }

    private static EnumView enumType(EnumType type) {
        var members = new ArrayList<String>();
        for (var value : type.values()) {
            var literal = type.isNumeric() ? value.name() : PythonLiterals.string(value.name());
            members.add(PythonNames.enumMember(value.javaName()) + " = " + literal);
            members.addAll(PythonDocs.docstring(value.docs(), value.deprecated()));
        }
        var docs = PythonDocs.docstring(
                type.docs(), type.deprecated(), "One of the values below, or one that a newer server knows.");
        var base = type.isNumeric() ? "_wire.OpenIntEnum" : "_wire.OpenEnum";
        return new EnumView(PythonNames.type(type.name()), base, docs, members);
    }

    private ModelView model(ObjectType type) {
        var base = type.extra().isPresent() ? "_wire.OpenModel" : "_wire.Model";
        var variables =
                type.typeParameters().stream().map(PythonNames::variable).toList();
        var bases = variables.isEmpty() ? base : base + ", Generic[" + String.join(", ", variables) + "]";
        return new ModelView(PythonNames.type(type.name()), bases, docs(type), fields.of(type));
    }

    private List<String> docs(ObjectType type) {
        var role = role(type, variantOf.getOrDefault(type.name(), "A part of other types"));
        if (type.extra().isEmpty()) {
            return PythonDocs.docstring(type.docs(), type.deprecated(), role);
        }
        var blocks =
                type.docs().isEmpty() ? Docs.of(role).blocks() : type.docs().blocks();
        var extra = new DocBlock.Paragraph("Members beside the fields are in `model_extra`.");
        return PythonDocs.docstring(
                new Docs(Stream.concat(blocks.stream(), Stream.of(extra)).toList()), type.deprecated());
    }

    private UnionView union(UnionType type) {
        var variants = Stream.concat(type.variants().stream().map(PythonNames::type), Stream.of(UNKNOWN))
                .collect(joining(" | "));
        var tag = "_wire.TaggedBy(" + PythonLiterals.string(type.discriminator()) + ")";
        var head = PythonNames.type(type.name()) + " = Annotated[";
        var line = head + variants + ", " + tag + "]";
        var alias = PythonLines.fits(0, line)
                ? List.of(line)
                : PythonLines.broken(
                        List.of(head), List.of(String.join("\n", TypeLines.inBrackets(INDENT, variants)), tag), "]");
        return new UnionView(alias, PythonDocs.docstring(type.docs(), type.deprecated(), role(type, "One of several")));
    }

    private String role(TypeDeclaration type, String otherwise) {
        var role = roles.of(type.name()).orElse(otherwise);
        return Character.toUpperCase(role.charAt(0)) + role.substring(1) + ".";
    }
}
