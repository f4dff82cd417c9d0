package io.github.centrifugorpc.maven.target.golang;

import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.maven.naming.Words;
import java.util.Set;

/**
 * From the names of the contract to Go identifiers. Two names may become one identifier; that is for the checks to
 * report.
 */
public final class GoNames {

    /** What the runtime and the templates declare in the package beside the contract's types. */
    static final Set<String> TAKEN_IN_PACKAGE = Set.of(
            "APIClient",
            "BigInteger",
            "Caller",
            "Clear",
            "ConnectError",
            "ConnectErrorKind",
            "ConnectOrigin",
            "ConnectTLS",
            "ConnectUnauthorized",
            "ConnectUnreachable",
            "ConnectUnsupported",
            "Connected",
            "Connecting",
            "ConnectionState",
            "ConnectionStatus",
            "Decimal",
            "Disconnected",
            "Duration",
            "ErrInvalidResult",
            "ErrNotSent",
            "ErrOutcomeUnknown",
            "ErrTooLarge",
            "InMemory",
            "Int64String",
            "Layout",
            "LocalDate",
            "LocalDateTime",
            "LocalTime",
            "Namespaced",
            "NewAPIClient",
            "NewAPIClientWith",
            "NewInMemory",
            "NewRPCClient",
            "Option",
            "Patch",
            "Plain",
            "Ptr",
            "PubSub",
            "Publication",
            "RPC",
            "RPCClient",
            "RPCError",
            "Reconnecting",
            "Set",
            "Transport",
            "WithHTTPClient",
            "WithLayout",
            "WithLogger",
            "WithMaxFrameBytes",
            "WithOnPublication",
            "WithStateHandler",
            "WithStrictContract",
            "WithTimeout",
            "WithTokenProvider",
            "WithTransport",
            "WithoutResend");

    /** What the API client has beside the contract's methods. */
    static final Set<String> TAKEN_IN_CLIENT =
            Set.of("Call", "Close", "Connect", "Disconnect", "DroppedReplies", "LateReplies", "RPCClient", "State");

    /** The function that reads or writes a value of a type parameter. */
    static final String ARGUMENT_CODER = "argumentJSON";

    private static final String EXTRA = "Extra";
    private static final String TAG_PUNCTUATION = "!#$%&()*+-./:;<=>?@[]^_{|}~ ";

    private GoNames() {}

    /** The type for a type of the contract: {@code Task}. */
    public static String type(String name) {
        return free(exported(identifier(name)), TAKEN_IN_PACKAGE);
    }

    /** The field for a member, by its wire name: {@code UserId}. */
    public static String field(String wireName) {
        return exported(words(wireName));
    }

    /** The field for the members of an open object that are not declared. */
    static String extraField(ObjectType type) {
        boolean isTaken =
                type.members().stream().anyMatch(member -> field(member.name()).equals(EXTRA));
        return isTaken ? EXTRA + "_" : EXTRA;
    }

    /** The struct for a variant of a union that the contract does not know: {@code UnknownEvent}. */
    public static String unknownVariant(String union) {
        return free("Unknown" + type(union), TAKEN_IN_PACKAGE);
    }

    /** The function that reads a union from JSON: {@code UnmarshalEvent}. */
    public static String unmarshal(String union) {
        return free("Unmarshal" + type(union), TAKEN_IN_PACKAGE);
    }

    /** The function that reads or writes a union: {@code eventJSON}. */
    static String unionCoder(String union) {
        var name = type(union);
        int first = name.codePointAt(0);
        return Character.toString(Character.toLowerCase(first)) + name.substring(Character.charCount(first)) + "JSON";
    }

    /** The method for an RPC method, by its wire name: {@code TasksGetStats}. */
    public static String method(String wireName) {
        return free(exported(words(wireName)), TAKEN_IN_CLIENT);
    }

    /** The constant for a value of an enum: {@code StatusInProgress}. It shares the package with the types. */
    public static String constant(EnumType type, EnumType.Value value) {
        return free(exported(identifier(type.name())) + words(value.javaName()), TAKEN_IN_PACKAGE);
    }

    /** Whether a struct tag can carry the wire name of a member; encoding/json ignores tags with any other. */
    public static boolean isTaggable(String wireName) {
        return !wireName.isEmpty()
                && wireName.codePoints()
                        .allMatch(c -> Character.isLetter(c)
                                || Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                                || TAG_PUNCTUATION.indexOf(c) >= 0);
    }

    private static String words(String name) {
        var pascal = Words.of(name).pascalCase();
        return pascal.isEmpty() ? identifier(name) : pascal;
    }

    /** Without what Java allows in names and Go does not. */
    private static String identifier(String name) {
        var identifier = new StringBuilder();
        name.codePoints()
                .map(c -> Character.isLetter(c) || Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? c : '_')
                .forEach(identifier::appendCodePoint);
        return identifier.toString();
    }

    /** Go exports only what starts with a capital, which not every script has. */
    private static String exported(String identifier) {
        if (identifier.isEmpty()) {
            return "X";
        }
        int first = identifier.codePointAt(0);
        int capital = Character.toUpperCase(first);
        var rest = identifier.substring(Character.charCount(first));
        return Character.isUpperCase(capital) ? Character.toString(capital) + rest : "X" + identifier;
    }

    private static String free(String identifier, Set<String> taken) {
        return taken.contains(identifier) ? identifier + "_" : identifier;
    }
}
