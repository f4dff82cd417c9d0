package io.github.centrifugorpc.maven.output;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** A single generated file in a build folder, where nobody else writes. */
public final class TextFile {

    private TextFile() {}

    /** Puts the text in place; false when it was there already, and the file was not touched. */
    public static boolean write(Path file, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        boolean isNew =
                Disk.read(file).filter(found -> Arrays.equals(found, wanted)).isEmpty();
        if (isNew) {
            Disk.write(file, wanted);
        }
        return isNew;
    }
}
