package io.github.centrifugorpc.maven.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with the texts that are checked in; {@code make golden} writes them anew instead. */
final class Golden {

    static final boolean IS_REWRITING = Boolean.getBoolean("golden.rewrite");

    private Golden() {}

    static void check(Path expected, String actual) {
        try {
            if (IS_REWRITING) {
                Files.createDirectories(expected.getParent());
                Files.writeString(expected, actual);
            }
            assertThat(expected).as("run make golden and look at the diff").exists();
            assertThat(actual)
                    .as("%s (where the change is meant, run make golden)", expected)
                    .isEqualTo(Files.readString(expected).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
