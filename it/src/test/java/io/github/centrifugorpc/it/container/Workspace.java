package io.github.centrifugorpc.it.container;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** The folder that becomes {@code /work} of a language's container: sources only, nothing that tools left behind. */
public final class Workspace {
    private static final Set<String> LEFT_BEHIND_BY_TOOLS = Set.of(
            "node_modules",
            "dist",
            "target",
            ".venv",
            "__pycache__",
            ".mypy_cache",
            ".ruff_cache",
            ".pytest_cache",
            ".tools");

    private final Path root;

    private Workspace(Path root) {
        this.root = root;
    }

    /** An empty workspace in the given folder, which is emptied first. */
    public static Workspace in(Path folder) throws IOException {
        if (Files.exists(folder)) {
            delete(folder);
        }
        Files.createDirectories(folder);
        return new Workspace(folder);
    }

    /** Copies a folder's sources to the given path inside the workspace. */
    public Workspace with(Path folder, String path) throws IOException {
        Path copy = root.resolve(path);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                if (LEFT_BEHIND_BY_TOOLS.contains(visited.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copyOf(visited));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) throws IOException {
                Files.copy(visited, copyOf(visited), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            private Path copyOf(Path visited) {
                return copy.resolve(folder.relativize(visited).toString());
            }
        });
        return this;
    }

    /** Writes one file into the workspace. */
    public Workspace withFile(String path, String content) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), content);
        return this;
    }

    /** The workspace's folder on this machine. */
    public Path root() {
        return root;
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
