package io.github.centrifugorpc.internal.endpoint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that open a door. Comparing takes the same time whatever is given. */
final class SharedSecret {

    private final List<byte[]> digests;

    SharedSecret(List<String> values) {
        this.digests = values.stream().map(SharedSecret::digest).toList();
    }

    /** Whether the given value is one of ours. */
    boolean accepts(@Nullable String given) {
        if (given == null) {
            return false;
        }
        var digest = digest(given);
        boolean isOurs = false;
        for (var ours : digests) {
            isOurs |= MessageDigest.isEqual(ours, digest);
        }
        return isOurs;
    }

    /** Digests are of one length, so that not even the length of ours shows in the time. */
    private static byte[] digest(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256, and this one has not.", e);
        }
    }
}
