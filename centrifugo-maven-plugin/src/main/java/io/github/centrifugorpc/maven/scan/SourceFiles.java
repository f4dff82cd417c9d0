package io.github.centrifugorpc.maven.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Finds Java files, always in the same order. */
final class SourceFiles {

    private SourceFiles() {}

    /** The Java files among and below the given paths; what does not exist has none. */
    static List<Path> under(Collection<Path> filesAndFolders) {
        return filesAndFolders.stream()
                .filter(Files::exists)
                .flatMap(path -> below(path).stream())
                .map(Path::toAbsolutePath)
                .map(Path::normalize)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Path> below(Path path) {
        try (var files = Files.walk(path)) {
            return files.filter(SourceFiles::isOrdinarySource).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + path, e);
        }
    }

    private static boolean isOrdinarySource(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java")
                && !name.equals("module-info.java")
                && !name.equals("package-info.java")
                && Files.isRegularFile(file);
    }
}
