package io.github.centrifugorpc.maven.target.python;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.target.Roles;
import io.github.centrifugorpc.maven.target.python.ModelsView.EnumView;
import io.github.centrifugorpc.maven.target.python.ModelsView.ModelView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The contract's types as classes. */
final class Models {

    private static final int INDENT = 4;

    private final Contract contract;
    private final PythonDefaults defaults;
    private final Roles roles;

    Models(Contract contract) {
        this.contract = contract;
        this.defaults = new PythonDefaults(contract);
        this.roles = new Roles(contract);
    }

    ModelsView view(String header) {
        var enums = new ArrayList<EnumView>();
        var models = new ArrayList<ModelView>();
        for (var type : contract.types()) {
            if (type instanceof EnumType enumType) {
                enums.add(enumType(enumType));
            } else if (type instanceof ObjectType objectType) {
                models.add(model(objectType));
            }
        }
        return new ModelsView(header, exports(contract), enums, models);
    }

    static List<String> exports(Contract contract) {
        return contract.types().stream()
                .map(type -> PythonNames.type(type.name()))
                .sorted(ImportOrder.EXPORTS)
                .toList();
    }

    private static EnumView enumType(EnumType type) {
        var members = new ArrayList<String>();
        for (var value : type.values()) {
            members.add(PythonNames.enumMember(value.javaName()) + " = " + PythonLiterals.string(value.name()));
            members.addAll(PythonDocs.docstring(value.docs(), value.deprecated()));
        }
        var docs = PythonDocs.docstring(
                type.docs(), type.deprecated(), "One of the values below, or one that a newer server knows.");
        return new EnumView(PythonNames.type(type.name()), docs, members);
    }

    private ModelView model(ObjectType type) {
        var fields = new ArrayList<String>();
        for (var member : type.members()) {
            fields.addAll(field(member));
            fields.addAll(PythonDocs.docstring(member.docs(), member.deprecated()));
        }
        return new ModelView(PythonNames.type(type.name()), docs(type), fields);
    }

    private List<String> docs(ObjectType type) {
        var role = roles.of(type.name()).map(Models::capitalized).orElse("A part of other types");
        return PythonDocs.docstring(type.docs(), type.deprecated(), role + ".");
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private List<String> field(Member member) {
        var name = PythonNames.field(member.name());
        var head = name + ": ";
        var type = PythonTypes.annotation(member.type());
        var value = value(member);
        var arguments = arguments(member, name);
        if (arguments.isEmpty()) {
            var assignment = value.map(expression -> " = " + expression).orElse("");
            boolean isShort = value.isEmpty() || PythonLines.fits(INDENT, head + type + assignment);
            if (isShort || value.get().equals("None")) {
                return PythonLines.typed(INDENT, head, type, assignment);
            }
        }
        value.ifPresent(expression -> arguments.add(0, "default=" + expression));
        var line = head + type + " = _wire.Field(" + String.join(", ", arguments) + ")";
        return PythonLines.fits(INDENT, line) && !line.contains("\n")
                ? List.of(line)
                : PythonLines.broken(PythonLines.typed(INDENT, head, type, " = _wire.Field("), arguments, ")");
    }

    private Optional<String> value(Member member) {
        return member.type() instanceof TypeRef.Nullable
                ? Optional.of("None")
                : member.defaultValue().map(value -> defaults.expression(member.type(), value));
    }

    private static List<String> arguments(Member member, String name) {
        var arguments = new ArrayList<String>();
        boolean isCollection = member.type() instanceof TypeRef.ListOf
                || member.type() instanceof TypeRef.SetOf
                || member.type() instanceof TypeRef.MapOf;
        if (isCollection && !member.required() && member.defaultValue().isEmpty()) {
            var factory = PythonTypes.emptyFactory(member.type());
            arguments.add(String.join("\n", PythonLines.typed(2 * INDENT + 1, "default_factory=", factory, "")));
        }
        if (!name.equals(member.name())) {
            var alias = PythonLiterals.string(member.name());
            // Not `alias`: type checkers would then want the wire name in the constructor.
            arguments.add("validation_alias=" + alias);
            arguments.add("serialization_alias=" + alias);
        }
        member.deprecated()
                .map(text -> text.isBlank() ? "True" : PythonLiterals.string(text))
                .ifPresent(text -> arguments.add("deprecated=" + text));
        return arguments;
    }
}
