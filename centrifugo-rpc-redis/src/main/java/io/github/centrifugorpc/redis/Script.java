package io.github.centrifugorpc.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What Redis does in one step, and under which name it knows it. */
enum Script {
    BEGIN("clock", "epoch", "begin"),
    CLAIM("clock", "share", "epoch", "claim"),
    RENEW("clock", "share", "renew"),
    KEEP("clock", "share", "keep"),
    RELEASE("clock", "share", "release");

    private final String text;
    private final String digest;

    Script(String... parts) {
        var all = new StringBuilder();
        for (var part : parts) {
            all.append(read(part)).append('\n');
        }
        text = all.toString();
        digest = digest(text);
    }

    byte[] text() {
        return text.getBytes(UTF_8);
    }

    String digest() {
        return digest;
    }

    private static String read(String part) {
        try (var in = Script.class.getResourceAsStream(part + ".lua")) {
            if (in == null) {
                throw new IllegalStateException("The jar of centrifugo-rpc-redis lacks its script " + part + ".lua.");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1.", e);
        }
    }
}
