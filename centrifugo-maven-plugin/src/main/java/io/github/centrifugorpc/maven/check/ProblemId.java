package io.github.centrifugorpc.maven.check;

/**
 * Every problem with its stable number and its wording; words in braces are filled from the problem's values. 1xx come
 * from reading handlers and types, 2xx from names that clash, 3xx from configuration and surroundings.
 */
public enum ProblemId {
    BAD_METHOD_NAME(
            101,
            "method '{method}' has the RPC name \"{name}\", which is not a name that clients can call.",
            "  A name has at most 128 characters: words of letters, digits and underscores that begin with a small letter, parted by dots.",
            "  Fix: @WebsocketRpc(\"{suggestion}\")"),
    RESERVED_METHOD_NAME(
            102,
            "method '{method}' has the RPC name \"{name}\", and names that begin with system. belong to the protocol.",
            "  Fix: @WebsocketRpc(\"{suggestion}\")"),
    NOT_CALLABLE(
            103,
            "method '{method}' is {reason}, so the server cannot call it.",
            "  Fix: make it a public instance method with a body; of an interface, annotate the method of the class that implements it."),
    UNSUPPORTED_TYPE(
            104, "{what} is of type {type}, which no SDK can express: it is {reason}.", "  Fix: use {replacement}."),
    UNRESOLVED_TYPE(
            105,
            "{what} is of type {type}, which javac cannot find.",
            "  It is misspelt, its dependency is missing, or another plugin generates it later in the build.",
            "  Fix: check the import and the <dependencies>; for a type that is generated as a source, put its plugin before this one in the same phase;",
            "  for one that only exists as a class, read compiled handlers: an execution at <phase>process-classes</phase> with <handlerClasses>."),
    UNRESOLVED_ANNOTATION(
            106,
            "{what} has the annotation @{annotation}, which javac cannot find, so nobody knows what it changes.",
            "  Fix: add its import or its dependency, or remove it."),
    MORE_THAN_ONE_PARAMS(
            107,
            "method '{method}' takes {taken}: more than one params argument.",
            "  A call carries one params object, after an optional ConnectionContext.",
            "  Fix: put the values into one record."),
    BAD_SIGNATURE(
            108,
            "method '{method}' takes {taken}, which is not the order of a handler.",
            "  Fix: declare it with (ConnectionContext, params), either part optional."),
    PARAMS_NOT_OBJECT(
            109,
            "method '{method}' takes {type} as params, which is not one object.",
            "  Params travel as a JSON object, so that members can join later.",
            "  Fix: take a record or bean that has it as a member."),
    GENERIC_METHOD(
            110,
            "method '{method}' has type parameters, and a call has no types to fill them.",
            "  Fix: use concrete types."),
    NOT_CONSTANT(
            111,
            "{what} is a value that javac cannot evaluate.",
            "  Fix: write the value itself, or refer to a constant that can be found."),
    BAD_TIMEOUT(
            112,
            "method '{method}' has a timeout of {timeout} seconds, which is not between 0 and 300.",
            "  Fix: timeout = 300 or less; 0 stands for the server's default."),
    NO_API(
            113,
            "method '{method}' has an annotation @WebsocketRpc that javac cannot find.",
            "  Fix: import io.github.centrifugorpc.WebsocketRpc, and add the dependency io.github.centrifugorpc:centrifugo-rpc-api (centrifugo-rpc-server brings it)."),
    UNSUPPORTED_KEY(
            120,
            "{what} is a map with keys of type {type}, which cannot be the names of JSON members.",
            "  Fix: use String, an enum, UUID, LocalDate, or a whole-number type as key."),
    UNSUPPORTED_ANNOTATION(
            121,
            "{what} has @{annotation}, which changes what Jackson writes in a way that the contract does not express.",
            "  Fix: remove it and shape the type itself that way; @JsonProperty and @JsonIgnore are understood."),
    NO_PROPERTIES(
            122,
            "type {type} has no property that Jackson would read or write, so it would be an empty object.",
            "  Its members are not accessible, or an annotation processor other than Lombok adds their accessors.",
            "  Fix: make it a record or give it getters and setters; or read compiled handlers: an execution at <phase>process-classes</phase> with <handlerClasses>."),
    NO_EMPTY_CONSTRUCTOR(
            123,
            "type {type} is used in params and has no constructor without arguments, so Jackson cannot create it.",
            "  Fix: make it a record, or add such a constructor (it may be private)."),
    TWO_DIRECTIONS(
            124,
            "member '{member}' of {type} is {difference}, and {type} is used in both.",
            "  Fix: give the two directions types of their own, or make the member the same in both (for a getter that is only a convenience: @JsonIgnore)."),
    AMBIGUOUS_PROPERTY(125, "{what} has {reason}, and Jackson would choose one of them.", "  Fix: keep one."),
    EMPTY_ENUM(
            126, "enum {type} has no constants, so there is no value to send.", "  Fix: add one, or remove the enum."),
    NOT_AN_OBJECT(
            127,
            "type {type} is a {form}, which Jackson does not write as an object with members.",
            "  Fix: make it a record or bean that has one as a member."),
    BAD_DEFAULT(
            130, "{what} has @DefaultValue(\"{text}\"), which is not a value of its type.", "  Fix: write {expected}."),
    DEFAULT_ON_NULLABLE(
            131,
            "{what} has a @DefaultValue and may be null, so absent would mean two things.",
            "  Fix: remove @Nullable or Optional, or remove @DefaultValue."),
    REQUIRED_AND_NULLABLE(
            132, "{what} is marked both as required and as nullable.", "  Fix: remove one of the two annotations."),
    NO_DEFAULT_POSSIBLE(
            133, "{what} has a @DefaultValue, and only scalars and enums can have one.", "  Fix: remove it."),
    NULLABLE_PATCH(
            134,
            "{what} is a Patch and is marked as nullable, and null already stands for its Clear.",
            "  Fix: remove @Nullable."),
    REFUSED_ANNOTATION(141, "{what} has @{annotation}, which {reason}; no contract can tell that.", "  Fix: {fix}."),
    CUSTOM_FORM(
            142,
            "{what} has @{annotation}: code of the project's own decides what travels.",
            "  Fix: say what it is on the wire in pom.xml: <typeMappings> with the Java type, or with the member as in com.acme.Order.total, and string, number or another form; or remove the annotation."),
    DELEGATING_CREATOR(
            143,
            "{creator} makes the object of one value, so no JSON object can be read.",
            "  Fix: give its parameter a name with @JsonProperty, or use the value's own type."),
    NAMELESS_PARAMETER(
            144,
            "{creator} has a parameter without a name, which class files do not keep.",
            "  Fix: put @JsonProperty with a name on each parameter, or make the type a record."),
    UNSUPPORTED_FORMAT(
            145, "{what} has @JsonFormat({format}), which is not how its type travels.", "  Fix: remove it{instead}."),
    UNSUPPORTED_TYPE_INFO(150, "type {type} has @{annotation}, which {reason}.", "  Fix: {fix}."),
    NO_VARIANTS(
            151,
            "type {type} has @JsonTypeInfo, and nobody knows the types below it.",
            "  Fix: seal it, or list them in @JsonSubTypes."),
    BAD_VARIANT(152, "{variant} cannot be a variant of {union}: {reason}.", "  Fix: {fix}."),
    TWO_TAGS(
            153,
            "type {type} is known by two names, {first} and {second}, and it can be written with one only.",
            "  Fix: give it the same name in both; two unions with discriminators of their own need variants of their own."),
    DISCRIMINATOR_TAKEN(
            154,
            "member '{member}' of {type} is called \"{name}\", as is the member that tells the variants of {union} apart; it would be there twice.",
            "  Fix: rename the member; or let it be that very member: @JsonTypeInfo with include = As.EXISTING_PROPERTY and visible = true on {union}."),
    DISCRIMINATOR_INVISIBLE(
            155,
            "member '{member}' of {type} tells the variants of {union} apart, and Jackson hides it from {type} when it reads one.",
            "  Fix: visible = true in the @JsonTypeInfo of {union}."),
    NO_DISCRIMINATOR(
            156,
            "type {type} has no property \"{name}\", and @JsonTypeInfo of {union} says that each variant has one.",
            "  Fix: add it, or use include = JsonTypeInfo.As.PROPERTY."),
    UNREADABLE_ENUM_VALUE(
            157,
            "enum {type} has @JsonValue on '{member}', and what that is for {constant} cannot be told without running it.",
            "  Fix: hand a literal to the constructor, which puts it into a field that '{member}' returns; or use @JsonProperty on each constant instead."),
    UNSUPPORTED_ENUM_VALUE(
            158,
            "enum {type} has @JsonValue on '{member}', which is of type {found}.",
            "  Fix: let it be a String or a whole number."),
    UNSUPPORTED_ENUM_SHAPE(159, "enum {type} has @{annotation}, which {reason}.", "  Fix: {fix}."),
    BAD_ERROR_CODE(
            160,
            "error {type} has the code {code}, which is {reason}.",
            "  Fix: choose one from 1000 to 1999, for example @RpcError(code = {goodcode}, name = \"{goodname}\")."),
    BAD_ERROR_NAME(
            161,
            "error {type} has the name \"{name}\", which is {reason}.",
            "  Fix: @RpcError(code = {goodcode}, name = \"{goodname}\")"),
    NOT_AN_ERROR(162, "type {type} has @RpcError and {reason}.", "  Fix: {fix}."),
    BAD_ERROR_DETAILS(
            163,
            "method '{method}' of {type} gives the details of an error, and it {reason}.",
            "  Details travel as a JSON object, so that members can join later.",
            "  Fix: {fix}."),
    DUPLICATE_METHOD(
            201,
            "two handlers answer the RPC method \"{name}\":",
            "    {first}",
            "    {second}",
            "  Fix: rename one of them, for example @WebsocketRpc(\"{suggestion}\")."),
    SAME_TYPE_NAME(
            202,
            "two types would both be called {name} in the SDKs:",
            "    {first}",
            "    {second}",
            "  Fix: rename one of them, or give one another name: @WireName(\"Other{name}\") on it, or in pom.xml <typeNames><{java}>Other{name}</{java}></typeNames>."),
    SAME_MEMBER_NAME(
            203,
            "members '{first}' and '{second}' of {type} would both be \"{name}\" on the wire.",
            "  Fix: rename one of them, or give it another name with @JsonProperty."),
    SAME_ENUM_VALUE(
            204,
            "constants {first} and {second} of {type} would both be \"{name}\" on the wire.",
            "  Fix: give one of them another name with @JsonProperty."),
    METHODS_COLLIDE(
            205,
            "RPC methods \"{first}\" and \"{second}\" would both be {name} in the {language} client.",
            "  Fix: rename one of them."),
    TYPES_COLLIDE(
            206,
            "{first} and {second} would both be {name} in the {language} client.",
            "  Fix: rename one of them, or give a type another name in pom.xml with <typeNames>."),
    MEMBERS_COLLIDE(
            207,
            "members \"{first}\" and \"{second}\" of {type} would both be {name} in the {language} client.",
            "  Fix: rename one of them, or give it another name with @JsonProperty."),
    BAD_MEMBER_NAME(
            208,
            "member '{member}' of {type} has the wire name \"{name}\", which the Go client cannot write into a struct tag.",
            "  Fix: give it another name with @JsonProperty: letters, digits and underscores are safe everywhere."),
    SAME_TAG(
            209,
            "variants {first} and {second} of {union} would both have \"{member}\": \"{value}\".",
            "  Fix: rename one of them, or give it another name with @JsonTypeName."),
    NULLABLE_ARGUMENT(
            210,
            "{what} uses {type} with a type that may be null for {parameter}, where {type} already decides about null itself.",
            "  Fix: remove Optional or @Nullable from the type argument, or write a type of its own for this use."),
    EXPANDING_RECURSION(
            211,
            "type {type} leads back to itself with a larger type for {parameter} each time, by way of {path}, so it has no end.",
            "  Fix: use it with the same type arguments inside itself."),
    BAD_TYPE_NAME(
            212,
            "type {java} would be called \"{name}\" by {origin}, which is not the name of a type in every language.",
            "  Fix: write letters and digits only, the first one a capital."),
    SAME_ERROR(
            213,
            "two errors would both have the {what} {value}, by which clients know them:",
            "    {first}",
            "    {second}",
            "  Fix: give one of them another {what}."),
    BAD_PYTHON_PACKAGE(
            301,
            "\"{name}\" is not a name for a Python package.",
            "  Fix: in pom.xml <python><packageName>{suggestion}</packageName></python>, or -Dcentrifugo.python.packageName={suggestion}"),
    BAD_TYPESCRIPT_PACKAGE(
            302,
            "\"{name}\" is not a name for an npm package.",
            "  Fix: in pom.xml <typescript><packageName>{suggestion}</packageName></typescript>, or -Dcentrifugo.typescript.packageName={suggestion}"),
    BAD_GO_MODULE(
            303,
            "\"{name}\" is not a path for a Go module.",
            "  Fix: in pom.xml <go><modulePath>{suggestion}</modulePath></go>, or -Dcentrifugo.go.modulePath={suggestion}"),
    BAD_GO_PACKAGE(
            304,
            "\"{name}\" is not a name for a Go package.",
            "  Fix: in pom.xml <go><packageName>{suggestion}</packageName></go>, or -Dcentrifugo.go.packageName={suggestion}"),
    BAD_VERSION(
            305,
            "the version \"{version}\" cannot be told in {language}.",
            "  Fix: in pom.xml <sdkVersion>1.0.0</sdkVersion>, or -Dcentrifugo.sdkVersion=1.0.0"),
    BAD_SETTING(306, "<{parameter}> is \"{value}\".", "  Fix: write one of {allowed}."),
    SHARED_FOLDER(
            307,
            "the {first} and the {second} client would both be written to {folder}.",
            "  Fix: give each an <output> of its own."),
    OUTPUT_IN_ROOT(
            308,
            "<{parameter}> is {folder}, which lies in {root}, and Maven compiles or packs whatever is there.",
            "  Fix: choose a folder outside of the source and resource roots; the default is ${project.basedir}/opensdk."),
    FOREIGN_FILE(
            310,
            "{file} is in the way: it exists and was not written by this plugin.",
            "  Fix: move or delete it, or choose another <outputDirectory>."),
    CHANGED_FILE(
            311,
            "{file} was changed after this plugin wrote it, and generating would lose the change.",
            "  Fix: undo the change, or keep it elsewhere and delete the file; then run again."),
    BAD_MANIFEST(
            312,
            "{file} cannot be read, so nobody knows which files are this plugin's: {reason}",
            "  Fix: restore it, or delete it together with the generated files beside it."),
    NOT_WRITTEN(
            313,
            "not everything could be written: {reason}",
            "  Fix: see that the folder can be written to, or choose another <outputDirectory>; then run again."),
    SOURCES_REFUSED(
            320,
            "javac of Java {java} ({home}) cannot read the sources:",
            "{errors}",
            "  Fix: correct them; if they are written for a newer Java, run Maven on that JDK (JAVA_HOME)."),
    NO_COMPILER(321, "Maven runs on a Java without a compiler ({home}).", "  Fix: set JAVA_HOME to a JDK."),
    HANDLER_CLASS_NOT_FOUND(
            322,
            "<handlerClasses> names {class}, which is neither on the class path nor on the source path.",
            "  Fix: write its binary name (com.acme.Outer$Inner for a nested class), and add its dependency;",
            "  for a class of this project, run at <phase>process-classes</phase>."),
    SOURCE_NOT_FOUND(
            323,
            "<sources> names {source}, which does not exist.",
            "  Fix: write a file or folder, relative to the project or in full."),
    DEPENDENCIES_UNRESOLVED(
            324,
            "the dependencies of {project} cannot be resolved: {reason}",
            "  Fix: for a module of the same build, run from its root, with -am beside -pl; otherwise check the <dependencies> and the repositories."),
    BAD_TYPE_MAPPING(
            325,
            "<typeMappings> says that {java} is \"{value}\", {reason}.",
            "  Fix: write string, number, boolean, any, or the full name of a Java type; or a scalar of the contract: {scalars}.");

    private final int number;
    private final String wording;

    ProblemId(int number, String... lines) {
        this.number = number;
        this.wording = String.join("\n", lines);
    }

    /** As people search for it: {@code CRPC-104}. */
    public String code() {
        return "CRPC-" + number;
    }

    String wording() {
        return wording;
    }
}
