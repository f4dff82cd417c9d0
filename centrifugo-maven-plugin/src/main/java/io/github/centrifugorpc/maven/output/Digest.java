package io.github.centrifugorpc.maven.output;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a file is what was written; line ends that a checkout changed do not count. */
final class Digest {

    private Digest() {}

    static String of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(withoutCarriageReturns(content));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] withoutCarriageReturns(byte[] content) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(content.length);
        for (int i = 0; i < content.length; i++) {
            boolean endsLine = content[i] == '\r' && i + 1 < content.length && content[i + 1] == '\n';
            if (!endsLine) {
                kept.write(content[i]);
            }
        }
        return kept.toByteArray();
    }
}
