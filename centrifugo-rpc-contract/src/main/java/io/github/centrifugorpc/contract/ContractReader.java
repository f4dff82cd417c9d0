package io.github.centrifugorpc.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.centrifugorpc.contract.RpcMethod.MethodOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** JSON to values; whatever does not fit is refused with the path to it. Unknown members are left alone. */
final class ContractReader {

    private final String origin;

    ContractReader(String origin) {
        this.origin = origin;
    }

    Contract contract(JsonNode root) {
        if (!root.isObject()) {
            throw wrong("$", "a JSON object", root);
        }
        var format = root.path("format");
        if (!format.isInt() || format.intValue() != ContractJson.FORMAT) {
            throw new ContractFormatException(
                    origin + " has contract format " + (format.isMissingNode() ? "(none)" : format) + ", and format "
                            + ContractJson.FORMAT
                            + " is the one known here. Fix: use the same version of the plugin and of the server.",
                    null);
        }
        return new Contract(
                text(root, "title", "$"),
                constant(Layout.class, root, "layout", "$"),
                constant(Naming.class, root, "naming", "$"),
                constant(Longs.class, root, "longs", "$"),
                array(root, "methods", "$", this::method),
                array(root, "types", "$", this::type),
                root.has("errors") ? array(root, "errors", "$", this::error) : List.of());
    }

    private RpcMethod method(At at) {
        var json = at.json;
        var timeout = json.path("timeoutMs");
        if (!timeout.isMissingNode() && !timeout.canConvertToLong()) {
            throw wrong(at.path + ".timeoutMs", "a whole number", timeout);
        }
        return new RpcMethod(
                text(json, "name", at.path),
                text(json, "handler", at.path),
                text(json, "javaMethod", at.path),
                optional(json, "params", at.path).map(this::declaredType),
                optional(json, "result", at.path).map(this::typeRef),
                texts(json, "errors", at.path),
                docs(json, at.path),
                optionalText(json, "deprecated", at.path),
                new MethodOptions(
                        timeout.isMissingNode()
                                ? Optional.empty()
                                : Optional.of(Duration.ofMillis(timeout.longValue())),
                        flag(json, "nonBlocking", at.path),
                        flag(json, "idempotent", at.path),
                        flag(json, "noReply", at.path),
                        flag(json, "anonymous", at.path)),
                Place.UNKNOWN);
    }

    private ErrorType error(At at) {
        var json = at.json;
        var code = required(json, "code", at.path);
        if (!code.json.isInt()) {
            throw wrong(code.path, "a whole number", code.json);
        }
        return new ErrorType(
                text(json, "type", at.path),
                text(json, "javaName", at.path),
                code.json.intValue(),
                text(json, "name", at.path),
                optional(json, "details", at.path).map(this::declaredType),
                docs(json, at.path),
                optionalText(json, "deprecated", at.path),
                Place.UNKNOWN);
    }

    private TypeDeclaration type(At at) {
        var json = at.json;
        var name = text(json, "name", at.path);
        var javaName = text(json, "javaName", at.path);
        var docs = docs(json, at.path);
        var deprecated = optionalText(json, "deprecated", at.path);
        var kind = text(json, "kind", at.path);
        return switch (kind) {
            case "object" ->
                new ObjectType(
                        name,
                        javaName,
                        texts(json, "typeParameters", at.path),
                        optional(json, "tag", at.path).map(this::tag),
                        array(json, "members", at.path, this::member),
                        optional(json, "extra", at.path).map(this::typeRef),
                        docs,
                        deprecated,
                        Place.UNKNOWN);
            case "union" ->
                new UnionType(
                        name,
                        javaName,
                        text(json, "discriminator", at.path),
                        array(json, "variants", at.path, this::text),
                        optionalText(json, "fallback", at.path),
                        docs,
                        deprecated,
                        Place.UNKNOWN);
            case "enum" ->
                new EnumType(
                        name,
                        javaName,
                        json.has("base") ? constant(ScalarKind.class, json, "base", at.path) : ScalarKind.STRING,
                        array(json, "values", at.path, this::value),
                        optionalText(json, "fallback", at.path),
                        docs,
                        deprecated,
                        Place.UNKNOWN);
            default -> throw wrong(at.path + ".kind", "\"object\", \"union\" or \"enum\"", json.get("kind"));
        };
    }

    private ObjectType.Tag tag(At at) {
        return new ObjectType.Tag(text(at.json, "member", at.path), text(at.json, "value", at.path));
    }

    private Member member(At at) {
        var json = at.json;
        return new Member(
                text(json, "name", at.path),
                text(json, "javaName", at.path),
                typeRef(required(json, "type", at.path)),
                flag(json, "required", at.path),
                optional(json, "default", at.path).map(this::literal),
                texts(json, "aliases", at.path),
                json.has("constraints") ? array(json, "constraints", at.path, this::constraint) : List.of(),
                docs(json, at.path),
                optionalText(json, "deprecated", at.path),
                Place.UNKNOWN);
    }

    private EnumType.Value value(At at) {
        return new EnumType.Value(
                text(at.json, "name", at.path),
                text(at.json, "javaName", at.path),
                texts(at.json, "aliases", at.path),
                docs(at.json, at.path),
                optionalText(at.json, "deprecated", at.path));
    }

    private Literal literal(At at) {
        var json = at.json;
        if (json.isBoolean()) {
            return new Literal.Bool(json.booleanValue());
        }
        if (json.isNumber()) {
            return new Literal.Decimal(json.decimalValue());
        }
        if (json.isTextual()) {
            return new Literal.Text(json.textValue());
        }
        throw wrong(at.path, "a boolean, a number or a string", json);
    }

    private Constraint constraint(At at) {
        try {
            return ConstraintJson.read(at.json);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw wrong(at.path, "a constraint", at.json);
        }
    }

    private TypeRef typeRef(At at) {
        var json = at.json;
        var kind = json.isObject() && !json.isEmpty() ? json.fieldNames().next() : "";
        return switch (kind) {
            case "scalar" -> new TypeRef.Scalar(constant(ScalarKind.class, json, kind, at.path));
            case "any" -> new TypeRef.Any();
            case "type" ->
                new TypeRef.Named(
                        text(json, kind, at.path),
                        json.has("arguments") ? array(json, "arguments", at.path, this::typeRef) : List.of());
            case "variable" -> new TypeRef.Variable(text(json, kind, at.path));
            case "list" -> new TypeRef.ListOf(typeRef(required(json, kind, at.path)));
            case "set" -> new TypeRef.SetOf(typeRef(required(json, kind, at.path)));
            case "map" -> map(required(json, kind, at.path));
            case "nullable" -> new TypeRef.Nullable(presentType(required(json, kind, at.path)));
            case "patch" -> new TypeRef.PatchOf(presentType(required(json, kind, at.path)));
            default ->
                throw wrong(at.path, "one of scalar, any, type, variable, list, set, map, nullable, patch", json);
        };
    }

    private TypeRef presentType(At at) {
        var type = typeRef(at);
        if (type instanceof TypeRef.Nullable || type instanceof TypeRef.PatchOf) {
            throw wrong(at.path, "a type without null", at.json);
        }
        return type;
    }

    private TypeRef.Named declaredType(At at) {
        if (typeRef(at) instanceof TypeRef.Named named) {
            return named;
        }
        throw wrong(at.path, "a type with a name", at.json);
    }

    private TypeRef map(At at) {
        return new TypeRef.MapOf(
                typeRef(required(at.json, "key", at.path)), typeRef(required(at.json, "value", at.path)));
    }

    private Docs docs(JsonNode json, String path) {
        return json.has("docs") ? new Docs(array(json, "docs", path, this::docBlock)) : Docs.NONE;
    }

    private DocBlock docBlock(At at) {
        if (at.json.isTextual()) {
            return new DocBlock.Paragraph(at.json.textValue());
        }
        if (at.json.has("list")) {
            return new DocBlock.Bullets(array(at.json, "list", at.path, this::text));
        }
        return new DocBlock.Code(text(at.json, "code", at.path));
    }

    private String text(JsonNode json, String name, String path) {
        return text(required(json, name, path));
    }

    private String text(At at) {
        if (!at.json.isTextual()) {
            throw wrong(at.path, "a string", at.json);
        }
        return at.json.textValue();
    }

    private List<String> texts(JsonNode json, String name, String path) {
        return json.has(name) ? array(json, name, path, this::text) : List.of();
    }

    private Optional<String> optionalText(JsonNode json, String name, String path) {
        return json.has(name) ? Optional.of(text(json, name, path)) : Optional.empty();
    }

    private boolean flag(JsonNode json, String name, String path) {
        var value = json.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw wrong(path + "." + name, "true or false", value);
        }
        return value.booleanValue();
    }

    private <E extends Enum<E>> E constant(Class<E> type, JsonNode json, String name, String path) {
        var text = text(json, name, path);
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(
                        path + "." + name,
                        "one of "
                                + String.join(
                                        ", ",
                                        Stream.of(type.getEnumConstants())
                                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                                .toList()),
                        json.get(name)));
    }

    private <T> List<T> array(JsonNode json, String name, String path, Function<At, T> read) {
        var value = required(json, name, path).json;
        if (!value.isArray()) {
            throw wrong(path + "." + name, "an array", value);
        }
        var items = new ArrayList<T>(value.size());
        for (int i = 0; i < value.size(); i++) {
            items.add(read.apply(new At(value.get(i), path + "." + name + "[" + i + "]")));
        }
        return items;
    }

    private Optional<At> optional(JsonNode json, String name, String path) {
        return json.has(name) ? Optional.of(required(json, name, path)) : Optional.empty();
    }

    private At required(JsonNode json, String name, String path) {
        var value = json.get(name);
        if (value == null) {
            throw new ContractFormatException(origin + ": " + path + "." + name + " is missing", null);
        }
        return new At(value, path + "." + name);
    }

    private ContractFormatException wrong(String path, String expected, JsonNode found) {
        var text = found.toString();
        var shortened = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return new ContractFormatException(
                origin + ": " + path + " must be " + expected + ", found " + shortened, null);
    }

    private record At(JsonNode json, String path) {}
}
