package io.github.centrifugorpc.maven.target.python;

import io.github.centrifugorpc.maven.naming.Words;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The identifiers that a Python SDK has for the names of a contract. Different names may meet in one identifier. */
public final class PythonNames {

    private static final Set<String> KEYWORDS = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");

    /** What annotations in a class body mean; a field or method of that name would change the meaning. */
    private static final Set<String> ANNOTATIONS = Set.of("bool", "bytes", "dict", "float", "int", "list", "str");

    /** What the class of the methods is written with; a method of that name would hide it. */
    private static final Set<String> CLIENT_NAMES = Set.of("deprecated", "models");

    /** What the modules of the types are written with. */
    private static final Set<String> MODULE_NAMES =
            Set.of("Annotated", "Generic", "Literal", "TYPE_CHECKING", "TypeVar");

    /** What pydantic's base class has, or its metaclass; a field would hide it. */
    private static final Set<String> MODEL_ATTRIBUTES = Set.of(
            "construct",
            "copy",
            "dict",
            "from_orm",
            "json",
            "model_computed_fields",
            "model_config",
            "model_construct",
            "model_copy",
            "model_dump",
            "model_dump_json",
            "model_extra",
            "model_fields",
            "model_fields_set",
            "model_json_schema",
            "model_parametrized_name",
            "model_post_init",
            "model_rebuild",
            "model_validate",
            "model_validate_json",
            "model_validate_strings",
            "mro",
            "parse_file",
            "parse_obj",
            "parse_raw",
            "register",
            "schema",
            "schema_json",
            "update_forward_refs",
            "validate");

    static final String UNSET = "UNSET";
    static final String UNKNOWN_VARIANT = "UnknownVariant";

    /** What the package may export beside the contract's types. */
    static final Set<String> EXPORTS = new TreeSet<>(Set.of(
            "APIClient",
            "CentrifugoRPCClient",
            "RpcConnectionError",
            "RpcDecodeError",
            "RpcError",
            "RpcNotSentError",
            "RpcOriginError",
            "RpcOutcomeUnknownError",
            "RpcTimeoutError",
            "RpcTlsError",
            "RpcTooLargeError",
            "RpcUnauthorizedError",
            "RpcUnreachableError",
            "RpcUnsupportedServerError",
            UNSET,
            UNKNOWN_VARIANT));

    private PythonNames() {}

    /** The method of the API class: {@code tasks.getStats} is {@code tasks_get_stats}. */
    public static String method(String wireName) {
        var name = identifier(Words.of(wireName).snakeCase(), "method");
        boolean isTaken = KEYWORDS.contains(name) || ANNOTATIONS.contains(name) || CLIENT_NAMES.contains(name);
        return isTaken ? name + "_" : name;
    }

    /** The field of a model: {@code userId} is {@code user_id}. */
    public static String field(String wireName) {
        var name = identifier(Words.of(wireName).snakeCase(), "field");
        boolean isTaken = KEYWORDS.contains(name) || ANNOTATIONS.contains(name) || MODEL_ATTRIBUTES.contains(name);
        return isTaken ? name + "_" : name;
    }

    /**
     * The class of a type: its own name, with a capital in front. Fields, methods and modules have none, and one of the
     * same name would hide the class from the annotations beside it.
     */
    public static String type(String name) {
        var normalized = normalized(name.replace('$', '_'));
        int first = normalized.codePointAt(0);
        int capital = Character.toUpperCase(first);
        // Not every script has capitals, and a leading underscore would make the class private.
        var visible = Character.isUpperCase(capital)
                ? Character.toString(capital) + normalized.substring(Character.charCount(first))
                : "Type" + normalized;
        boolean isTaken = KEYWORDS.contains(visible) || MODULE_NAMES.contains(visible) || EXPORTS.contains(visible);
        return isTaken ? visible + "_" : visible;
    }

    /** The type variable of a type parameter; private, so that no type has its name. */
    static String variable(String name) {
        var plain = normalized(name.replace('$', '_')).replaceFirst("^_+", "");
        return plain.equals("wire") ? "_wire_" : "_" + plain;
    }

    /** The member of an enum: {@code InProgress} is {@code IN_PROGRESS}. */
    public static String enumMember(String javaName) {
        return identifier(Words.of(javaName).snakeCase().toUpperCase(Locale.ROOT), "VALUE");
    }

    /** Python compares identifiers in this form (PEP 3131). */
    private static String normalized(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC);
    }

    private static String identifier(String name, String prefix) {
        var normalized = normalized(name);
        if (normalized.isEmpty()) {
            return prefix;
        }
        return Character.isDigit(normalized.codePointAt(0)) ? prefix + "_" + normalized : normalized;
    }
}
