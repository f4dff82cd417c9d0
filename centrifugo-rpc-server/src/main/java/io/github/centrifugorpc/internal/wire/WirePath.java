package io.github.centrifugorpc.internal.wire;

import java.util.regex.Pattern;

/** How a place in a message is written: {@code $.items[0].user_id}. */
public final class WirePath {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final StringBuilder text = new StringBuilder("$");

    /** Steps into a member, or to the value of a key. */
    public WirePath name(String name) {
        if (PLAIN_NAME.matcher(name).matches()) {
            text.append('.').append(Shorten.text(name));
        } else {
            text.append("[\"").append(Shorten.text(name).replace("\"", "\\\"")).append("\"]");
        }
        return this;
    }

    /** Steps to an element. */
    public WirePath index(int index) {
        text.append('[').append(index).append(']');
        return this;
    }

    /** Goes on from a path that has been written before. */
    public static WirePath from(String path) {
        var copy = new WirePath();
        copy.text.setLength(0);
        copy.text.append(path);
        return copy;
    }

    /** Whether one of two paths leads to the other, or both are the same. */
    public static boolean areRelated(String one, String other) {
        var shorter = one.length() <= other.length() ? one : other;
        var longer = shorter.equals(one) ? other : one;
        return longer.startsWith(shorter)
                && (longer.length() == shorter.length() || ".[".indexOf(longer.charAt(shorter.length())) >= 0);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
