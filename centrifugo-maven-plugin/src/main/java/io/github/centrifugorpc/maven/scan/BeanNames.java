package io.github.centrifugorpc.maven.scan;

import java.util.Optional;

/** How Jackson gets the name of a property from the name of an accessor. */
final class BeanNames {

    private BeanNames() {}

    /** {@code getURL} and {@code url} for the prefix {@code get}; empty where nothing follows the prefix. */
    static Optional<String> after(String prefix, String method) {
        return method.startsWith(prefix) && method.length() > prefix.length()
                ? Optional.of(uncapitalized(method.substring(prefix.length())))
                : Optional.empty();
    }

    /** Jackson lowers the whole run of capitals: {@code URLName} becomes {@code urlname}. */
    private static String uncapitalized(String name) {
        StringBuilder lowered = new StringBuilder(name);
        for (int i = 0; i < name.length(); i++) {
            char upper = name.charAt(i);
            char lower = Character.toLowerCase(upper);
            if (upper == lower) {
                break;
            }
            lowered.setCharAt(i, lower);
        }
        return lowered.toString();
    }
}
