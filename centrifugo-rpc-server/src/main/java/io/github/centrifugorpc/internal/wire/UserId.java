package io.github.centrifugorpc.internal.wire;

/**
 * Which user ids may take part (wire W1). Other characters would change who may read a reply channel: {@code #} and
 * {@code ,} part the readers of a channel, {@code :} its namespace.
 */
public final class UserId {

    private static final int MOST_CHARACTERS = 128;

    private UserId() {}

    /** Whether the id is 1 to 128 of {@code [A-Za-z0-9_.@-]}. */
    public static boolean isValid(String id) {
        return !id.isEmpty() && id.length() <= MOST_CHARACTERS && id.chars().allMatch(UserId::isAllowed);
    }

    /** Throws unless {@link #isValid}. */
    public static void requireValid(String id) {
        if (!isValid(id)) {
            throw new IllegalArgumentException("The user id \"" + Shorten.text(id)
                    + "\" is not 1 to 128 of [A-Za-z0-9_.@-], so its reply channel would not be safe."
                    + " Fix: use such an id in tokens, for example a UUID or a database key.");
        }
    }

    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '.'
                || c == '@'
                || c == '-';
    }
}
