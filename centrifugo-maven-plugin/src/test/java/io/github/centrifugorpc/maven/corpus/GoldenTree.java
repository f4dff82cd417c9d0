package io.github.centrifugorpc.maven.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Compares a folder of generated files with the one that is checked in: missing and surplus files both fail. */
final class GoldenTree {

    private GoldenTree() {}

    /**
     * Compares what was generated with a folder laid over another one.
     *
     * @param base holds the files that are the same in every SDK, so that they are checked in once
     * @param expected holds the others; for the base itself it is the same folder
     */
    static void check(Path base, Path expected, Map<String, String> actual) {
        Map<String, String> own = new TreeMap<>(actual);
        if (!base.equals(expected)) {
            own.entrySet().removeIf(file -> isInBase(base, file));
        }
        if (Golden.IS_REWRITING) {
            read(expected).keySet().stream()
                    .filter(path -> !own.containsKey(path))
                    .forEach(path -> delete(expected.resolve(path)));
            own.forEach((path, text) -> Golden.check(expected.resolve(path), text));
        }
        assertThat(own.keySet())
                .as("the files of %s (where the change is meant, run make golden)", expected)
                .containsExactlyInAnyOrderElementsOf(read(expected).keySet());
        own.forEach((path, text) -> Golden.check(expected.resolve(path), text));
        assertThat(actual.keySet())
                .as("the files of %s beside those of %s", base, expected)
                .containsAll(read(base).keySet());
    }

    private static boolean isInBase(Path base, Map.Entry<String, String> file) {
        Path same = base.resolve(file.getKey());
        try {
            return Files.exists(same)
                    && Files.readString(same).replace("\r\n", "\n").equals(file.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Path> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        try (var files = Files.walk(folder)) {
            Map<String, Path> found = new TreeMap<>();
            files.filter(Files::isRegularFile)
                    .forEach(file -> found.put(
                            folder.relativize(file)
                                    .toString()
                                    .replace(file.getFileSystem().getSeparator(), "/"),
                            file));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
