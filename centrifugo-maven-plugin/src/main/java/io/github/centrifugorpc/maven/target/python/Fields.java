package io.github.centrifugorpc.maven.target.python;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.target.ConstraintText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The members of objects as fields of models. */
final class Fields {

    private static final int INDENT = 4;
    private static final String STEP = " ".repeat(INDENT);
    private static final String EMPTY_LIST = "_wire.empty_list(";
    private static final String EMPTY_DICT = "_wire.empty_dict(";

    private final PythonDefaults defaults;
    private final ResultTypes resultTypes;

    Fields(Contract contract) {
        this.defaults = new PythonDefaults(contract);
        this.resultTypes = new ResultTypes(contract);
    }

    /** The lines of all fields of a model. */
    List<String> of(ObjectType type) {
        var lines = new ArrayList<String>();
        type.extra().ifPresent(extra -> {
            var dict = "dict[str, " + PythonTypes.OWN.annotation(extra) + "]";
            lines.addAll(TypeLines.of(INDENT, "__pydantic_extra__: ", dict, " = _wire.Field(init=False)"));
        });
        type.tag().ifPresent(tag -> {
            var value = PythonLiterals.string(tag.value());
            lines.addAll(field(tag.member(), "Literal[" + value + "]", Optional.of(value), new ArrayList<>()));
        });
        for (var member : type.members()) {
            lines.addAll(field(member, !resultTypes.contains(type.name())));
            lines.addAll(PythonDocs.docstring(ConstraintText.docs(member), member.deprecated()));
        }
        return lines;
    }

    private List<String> field(Member member, boolean isChecked) {
        var options = new ArrayList<String>();
        if (isChecked) {
            options.addAll(Bounds.arguments(member));
        }
        member.deprecated()
                .map(text -> text.isBlank() ? "True" : PythonLiterals.string(text))
                .ifPresent(text -> options.add("deprecated=" + text));
        return field(member.name(), PythonTypes.OWN.annotation(member.type()), value(member), options);
    }

    private Optional<String> value(Member member) {
        var type = member.type();
        if (type instanceof TypeRef.Nullable) {
            return Optional.of("None");
        }
        if (type instanceof TypeRef.PatchOf) {
            return Optional.of("_wire.UNSET");
        }
        if (member.defaultValue().isPresent()) {
            return member.defaultValue().map(value -> defaults.expression(type, value));
        }
        if (member.required()) {
            return Optional.empty();
        }
        if (type instanceof TypeRef.MapOf) {
            return Optional.of(EMPTY_DICT);
        }
        return type instanceof TypeRef.ListOf || type instanceof TypeRef.SetOf
                ? Optional.of(EMPTY_LIST)
                : Optional.empty();
    }

    private static List<String> field(String wireName, String type, Optional<String> value, List<String> options) {
        var name = PythonNames.field(wireName);
        var head = name + ": ";
        boolean isEmptyAtFirst = value.filter(text -> text.endsWith("(")).isPresent();
        var arguments = new ArrayList<String>();
        if (!name.equals(wireName)) {
            var alias = PythonLiterals.string(wireName);
            // Not `alias`: type checkers would then want the wire name in the constructor.
            arguments.add("validation_alias=" + alias);
            arguments.add("serialization_alias=" + alias);
        }
        arguments.addAll(options);
        if (arguments.isEmpty() && !isEmptyAtFirst) {
            return value.map(text -> assigned(head, type, text)).orElseGet(() -> TypeLines.of(INDENT, head, type, ""));
        }
        if (!isEmptyAtFirst) {
            value.ifPresent(text -> arguments.add(0, "default=" + text));
        }
        return called(head, type, isEmptyAtFirst ? value.get() : "_wire.Field(", arguments);
    }

    private static List<String> called(String head, String type, String function, List<String> arguments) {
        var line = head + type + " = " + function + String.join(", ", arguments) + ")";
        if (PythonLines.fits(INDENT, line)) {
            return List.of(line);
        }
        var start = head + type + " = " + function;
        if (!arguments.isEmpty() && PythonLines.fits(INDENT, start)) {
            return PythonLines.broken(List.of(start), arguments, ")");
        }
        if (PythonLines.fits(INDENT, head + type + " = (")) {
            var lines = new ArrayList<>(List.of(head + type + " = ("));
            PythonLines.call(INDENT + INDENT, function, arguments, ")").forEach(text -> lines.add(STEP + text));
            lines.add(")");
            return lines;
        }
        return arguments.isEmpty()
                ? TypeLines.of(INDENT, head, type, " = " + function + ")")
                : PythonLines.broken(TypeLines.of(INDENT, head, type, " = " + function), arguments, ")");
    }

    private static List<String> assigned(String head, String type, String value) {
        var line = head + type + " = " + value;
        int call = value.indexOf('(') + 1;
        if (PythonLines.fits(INDENT, line) || value.equals("None") || !PythonLines.fits(INDENT, head + type + " = (")) {
            return TypeLines.of(INDENT, head, type, " = " + value);
        }
        if (value.startsWith("_wire.") && call > 0) {
            var arguments = value.substring(call, value.length() - 1);
            return List.of(head + type + " = " + value.substring(0, call), STEP + arguments, ")");
        }
        return List.of(head + type + " = (", STEP + value, ")");
    }
}
