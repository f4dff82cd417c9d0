package io.github.centrifugorpc.maven.target.typescript;

import static java.util.stream.Collectors.joining;

import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Types of the contract as one file writes them; it remembers what the file has to import for that. */
final class TypeExpressions implements TypeRef.Visitor<String> {

    private static final Map<ScalarKind, String> ALIASES = Map.of(
            ScalarKind.LONG_STRING, "Int64String",
            ScalarKind.BIG_INTEGER, "IntegerString",
            ScalarKind.BIG_DECIMAL, "DecimalString",
            ScalarKind.BYTES, "Base64",
            ScalarKind.INSTANT, "Timestamp",
            ScalarKind.OFFSET_DATE_TIME, "Timestamp",
            ScalarKind.ZONED_DATE_TIME, "Timestamp");

    /** A value that the contract says nothing about. */
    static final String ANY = "unknown";

    private static final String OR_NULL = " | null";

    private final TypeParameters parameters;
    private final SortedSet<String> aliases = new TreeSet<>();
    private final SortedSet<String> types = new TreeSet<>();

    TypeExpressions(TypeParameters parameters) {
        this.parameters = parameters;
    }

    /** The aliases of scalars that were used. */
    SortedSet<String> aliases() {
        return aliases;
    }

    /** The declared types that were used. */
    SortedSet<String> types() {
        return types;
    }

    @Override
    public String scalar(ScalarKind kind) {
        String alias = ALIASES.get(kind);
        if (alias != null) {
            aliases.add(alias);
            return alias;
        }
        return switch (kind) {
            case BOOLEAN -> "boolean";
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> "number";
            default -> "string";
        };
    }

    @Override
    public String any() {
        return ANY;
    }

    @Override
    public String named(String name, List<TypeRef> arguments) {
        String type = TypeScriptNames.type(name);
        types.add(type);
        var written = parameters.arguments(name, arguments);
        return written.isEmpty()
                ? type
                : written.stream().map(argument -> argument.accept(this)).collect(joining(", ", type + "<", ">"));
    }

    @Override
    public String list(TypeRef element) {
        String expression = element.accept(this);
        return (expression.endsWith(OR_NULL) ? "(" + expression + ")" : expression) + "[]";
    }

    @Override
    public String set(TypeRef element) {
        return list(element);
    }

    @Override
    public String map(TypeRef key, TypeRef value) {
        // Whatever a key means, it travels as text. An enum's values are all possible and none is certain.
        return key instanceof TypeRef.Named
                ? "Partial<Record<" + key.accept(this) + ", " + value.accept(this) + ">>"
                : "Record<string, " + value.accept(this) + ">";
    }

    @Override
    public String nullable(TypeRef inner) {
        // Null is among the values of 'unknown'.
        return inner instanceof TypeRef.Any ? inner.accept(this) : inner.accept(this) + OR_NULL;
    }

    @Override
    public String variable(String name) {
        return parameters.name(name);
    }

    @Override
    public String patch(TypeRef inner) {
        return nullable(inner);
    }
}
