package io.github.centrifugorpc.maven.target.typescript;

import io.github.centrifugorpc.maven.naming.Words;
import java.util.Set;
import java.util.regex.Pattern;

/** How names of the contract are written in TypeScript. Two that come out the same cannot live in one SDK. */
public final class TypeScriptNames {

    private static final Pattern IDENTIFIER =
            Pattern.compile("[\\p{L}\\p{Nl}$_][\\p{L}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}$]*");

    private static final Set<String> KEYWORDS = Set.of(
            "arguments",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "debugger",
            "default",
            "delete",
            "do",
            "else",
            "enum",
            "eval",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "function",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "interface",
            "let",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typeof",
            "undefined",
            "var",
            "void",
            "while",
            "with",
            "yield");

    // 'then' would make the API client a thenable, which 'await' calls.
    private static final Set<String> TAKEN_MEMBERS = Set.of(
            "constructor",
            "hasOwnProperty",
            "isPrototypeOf",
            "propertyIsEnumerable",
            "then",
            "toLocaleString",
            "toString",
            "valueOf");

    private static final Set<String> TAKEN_TYPES = Set.of(
            // of the language, as far as the generated code uses them
            "Partial",
            "Promise",
            "Record",
            // of the SDK itself
            "APIClient",
            "Base64",
            "CallOptions",
            "CentrifugoRPCClient",
            "ClientOptions",
            "ConnectionState",
            "DecimalString",
            "DeclaredErrorOptions",
            "InMemoryRPC",
            "Int64String",
            "IntegerString",
            "Layout",
            "RpcAnswers",
            "RpcCaller",
            "RpcConnectionError",
            "RpcConnectionErrorOptions",
            "RpcDecodeError",
            "RpcError",
            "RpcErrorOptions",
            "RpcLogger",
            "RpcNotSentError",
            "RpcOriginError",
            "RpcOutcomeUnknownError",
            "RpcTimeoutError",
            "RpcTlsError",
            "RpcTooLargeError",
            "RpcUnauthorizedError",
            "RpcUnreachableError",
            "RpcUnsupportedServerError",
            "Timestamp",
            "Transport",
            "WebSocketConstructor",
            "WebSocketLike");

    private TypeScriptNames() {}

    /** {@code tasksGetStats} for {@code tasks.get_stats}: a function, and a member of the API client. */
    public static String method(String wireName) {
        String name = Words.of(wireName).camelCase();
        return KEYWORDS.contains(name) || TAKEN_MEMBERS.contains(name) ? name + "_" : name;
    }

    /**
     * The name of an interface or a union of literals: with a capital in front, because the SDK exports functions, which
     * have none, beside it.
     */
    public static String type(String name) {
        int first = name.codePointAt(0);
        String type = Character.toString(Character.toUpperCase(first)) + name.substring(Character.charCount(first));
        return TAKEN_TYPES.contains(type) ? type + "_" : type;
    }

    /** {@code isTaskNotFound} for {@code TaskNotFoundError}: the function that knows the error. */
    public static String guard(String errorType) {
        return "is" + type(errorType.replaceFirst("(?<=.)Error$", ""));
    }

    /** The key of a member: its wire name, in quotes where it is no identifier. */
    public static String field(String wireName) {
        return IDENTIFIER.matcher(wireName).matches() ? wireName : Literals.string(wireName);
    }

    /** The key of a member in an object literal, where {@code __proto__} would mean something else. */
    static String key(String wireName) {
        return wireName.equals("__proto__") ? "['__proto__']" : field(wireName);
    }
}
