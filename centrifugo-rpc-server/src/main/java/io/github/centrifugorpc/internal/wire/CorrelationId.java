package io.github.centrifugorpc.internal.wire;

/** Ids by which callers know their replies (wire W2). */
public final class CorrelationId {

    private static final int MOST_CHARACTERS = 64;

    private CorrelationId() {}

    /** Whether the id is 1 to 64 of {@code [A-Za-z0-9_-]}. */
    public static boolean isValid(String id) {
        return !id.isEmpty()
                && id.length() <= MOST_CHARACTERS
                && id.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || c == '_'
                                || c == '-');
    }
}
