package io.github.centrifugorpc.server;

import java.util.Locale;

/** Pieces of contracts, so that tests can write them down briefly. */
final class Json {

    private Json() {}

    /** Type and members of an object; each further piece is as it stands in the contract. */
    static String object(Class<?> type, String... members) {
        return "{\"kind\":\"object\"," + names(type) + ",\"members\":[" + String.join(",", members) + "]}";
    }

    /** A declaration with something more in it, such as {@code "extra":…}. */
    static String with(String declaration, String more) {
        return declaration.substring(0, declaration.length() - 1) + "," + more + "}";
    }

    static String enumeration(Class<?> type, String... values) {
        return "{\"kind\":\"enum\"," + names(type) + ",\"values\":[" + String.join(",", values) + "]}";
    }

    /** A value of an enum. */
    static String value(String javaName, String name) {
        return "{\"name\":\"" + name + "\",\"javaName\":\"" + javaName + "\"}";
    }

    static String required(String name, String type) {
        return with(optional(name, type), "\"required\":true");
    }

    static String optional(String name, String type) {
        return "{\"name\":\"" + name + "\",\"javaName\":\"" + javaName(name) + "\",\"type\":" + type + "}";
    }

    static String scalar(String kind) {
        return "{\"scalar\":\"" + kind + "\"}";
    }

    static String type(String name, String... arguments) {
        return arguments.length == 0
                ? "{\"type\":\"" + name + "\"}"
                : "{\"type\":\"" + name + "\",\"arguments\":[" + String.join(",", arguments) + "]}";
    }

    static String list(String element) {
        return "{\"list\":" + element + "}";
    }

    static String map(String key, String value) {
        return "{\"map\":{\"key\":" + key + ",\"value\":" + value + "}}";
    }

    static String nullable(String type) {
        return "{\"nullable\":" + type + "}";
    }

    static String patch(String type) {
        return "{\"patch\":" + type + "}";
    }

    static final String ANY = "{\"any\":true}";

    private static String names(Class<?> type) {
        return "\"name\":\"" + type.getSimpleName() + "\",\"javaName\":\"" + type.getName() + "\"";
    }

    private static String javaName(String name) {
        var java = new StringBuilder();
        for (var word : name.split("_", -1)) {
            java.append(java.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return java.toString();
    }
}
