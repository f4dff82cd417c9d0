package io.github.centrifugorpc.it.container;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds files of the {@code it} folder, whether tests start there (Maven) or in the repository's root (an IDE). */
public final class ItFolder {
    private static final Path FOLDER = find();

    private ItFolder() {}

    /** The file or folder at the given path inside {@code it}. */
    public static Path resolve(String relativePath) {
        return FOLDER.resolve(relativePath);
    }

    private static Path find() {
        Path here = Path.of("").toAbsolutePath();
        Path inRoot = here.resolve("it");
        return Files.isDirectory(inRoot.resolve("demo")) ? inRoot : here;
    }
}
