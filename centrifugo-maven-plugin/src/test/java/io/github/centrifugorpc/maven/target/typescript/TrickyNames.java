package io.github.centrifugorpc.maven.target.typescript;

import static java.util.stream.Collectors.joining;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ContractJson;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A contract of names that mean something to TypeScript, to JavaScript's objects, or to the SDK itself. */
final class TrickyNames {

    private static final List<String> TYPES = words("""
            APIClient AbortSignal Any Array Base64 BigInt Boolean CallOptions CentrifugoRPCClient Client Date Error Event \
            Exclude Extract Function Infinity Iterator JSON Map Math NaN NonNullable Number Object Omit Partial Pick \
            Promise Proxy Readonly Record RegExp Required Response RpcCaller RpcError Set String Symbol T Timestamp Type \
            Uint8Array WebSocket abstract accessor arguments as asserts async await constructor declare defer enum eval \
            exports get globalThis implements infer intrinsic is keyof let module namespace never of out override \
            package prototype require satisfies self static undefined unique unknown using window yield __proto__""");

    private static final List<String> MEMBERS = words("""
            __defineGetter__ __proto__ arguments async await caller class constructor default delete error eval get \
            hasOwnProperty in isPrototypeOf length name new null of private prototype public readonly set static then \
            this toJSON toString true type undefined valueOf""");

    private static final List<String> METHODS = words("""
            any api_client arguments async await call catch client close connect constructor delete disconnect error eval \
            finally get has_own_property is_prototype_of length map name options params promise prototype record rpc set \
            static string then to_string type undefined value_of x.constructor""");

    private TrickyNames() {}

    static Contract contract() {
        return ContractJson.read(
                """
                {"format": 1, "title": "names", "layout": "plain", "naming": "as_is", "longs": "number",
                 "methods": [%s],
                 "types": [%s, %s, %s, %s]}
                """.formatted(
                        each(METHODS, """
                                        {"name": "%s", "handler": "H", "javaMethod": "m",
                                         "params": {"type": "Members"}, "result": {"type": "Types"}}"""::formatted),
                        each(TYPES, name -> object(name, member("id", "{\"scalar\": \"string\"}"))),
                        object("Members", each(MEMBERS, name -> member(name, "{\"scalar\": \"string\"}"))),
                        object("Maybe", each(MEMBERS, name -> member(name, "{\"nullable\": {\"scalar\": \"int\"}}"))),
                        object(
                                "Types",
                                each(
                                        TYPES,
                                        name -> member(
                                                "of" + name,
                                                "{\"list\": {\"nullable\": {\"type\": \"" + name + "\"}}}")))),
                "the test");
    }

    private static String object(String name, String members) {
        return "{\"kind\": \"object\", \"name\": \"%s\", \"javaName\": \"%s\", \"members\": [%s]}"
                .formatted(name, name, members);
    }

    private static String member(String name, String type) {
        return "{\"name\": \"%s\", \"javaName\": \"%s\", \"type\": %s}".formatted(name, name, type);
    }

    private static String each(List<String> names, UnaryOperator<String> json) {
        return names.stream().map(json).collect(joining(",\n"));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).toList();
    }
}
