package io.github.centrifugorpc.maven.output;

import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What has to be done in one folder with a manifest; nothing is done before the plan is known to be free of problems. */
final class FolderPlan {

    private final Path baseDirectory;
    private final Path root;
    private final List<FileSet> sets;
    private final Manifest manifest;
    private final List<Problem> problems = new ArrayList<>();
    private final NavigableMap<Path, byte[]> toWrite = new TreeMap<>();
    private final List<Path> toRemove = new ArrayList<>();

    FolderPlan(Path baseDirectory, Path root, List<FileSet> sets) {
        this.baseDirectory = baseDirectory.toAbsolutePath().normalize();
        this.root = root;
        this.sets = sets;
        folders().forEach(this::reportFileInTheWay);
        this.manifest = problems.isEmpty() ? readManifest() : Manifest.EMPTY;
        if (problems.isEmpty()) {
            sets.forEach(this::planWrites);
            sets.forEach(this::planRemovals);
        }
    }

    List<Problem> problems() {
        return problems;
    }

    List<Changes> carryOut() {
        toWrite.forEach(Disk::write);
        toRemove.forEach(file -> Disk.remove(file, root));
        Manifest updated = updatedManifest();
        if (!updated.equals(manifest)) {
            Disk.write(root.resolve(Manifest.FILE), updated.write().getBytes(StandardCharsets.UTF_8));
        }
        return sets.stream().map(this::changes).toList();
    }

    /** The folders that this plan needs. */
    private Set<Path> folders() {
        Set<Path> folders = new TreeSet<>(Set.of(root));
        for (FileSet set : sets) {
            set.files()
                    .keySet()
                    .forEach(path -> folders.add(folderOf(set.folder().resolve(path))));
        }
        return folders;
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "a file stands in a folder");
    }

    private void reportFileInTheWay(Path folder) {
        Path existing = folder;
        while (existing != null && Files.notExists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        if (existing != null && Files.isRegularFile(existing)) {
            Problem problem = Problem.of(ProblemId.FOREIGN_FILE, Map.of("file", told(existing)));
            if (!problems.contains(problem)) {
                problems.add(problem);
            }
        }
    }

    private Manifest readManifest() {
        Path file = root.resolve(Manifest.FILE);
        Optional<byte[]> content = Disk.read(file);
        if (content.isEmpty()) {
            return Manifest.EMPTY;
        }
        try {
            return Manifest.read(new String(content.get(), StandardCharsets.UTF_8));
        } catch (Manifest.UnreadableException e) {
            problems.add(Problem.of(
                    ProblemId.BAD_MANIFEST, Map.of("file", told(file), "reason", String.valueOf(e.getMessage()))));
            return Manifest.EMPTY;
        }
    }

    private void planWrites(FileSet set) {
        set.files().forEach((path, text) -> {
            Path file = set.folder().resolve(path);
            byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
            String known = manifest.files(set.name()).get(pathInRoot(file));
            if (Files.isDirectory(file)) {
                report(ProblemId.FOREIGN_FILE, file);
                return;
            }
            Optional<String> found = Disk.read(file).map(Digest::of);
            if (found.isEmpty()) {
                toWrite.put(file, wanted);
            } else if (!found.get().equals(Digest.of(wanted))) {
                if (known == null) {
                    report(ProblemId.FOREIGN_FILE, file);
                } else if (!known.equals(found.get())) {
                    report(ProblemId.CHANGED_FILE, file);
                } else {
                    toWrite.put(file, wanted);
                }
            }
        });
    }

    private void planRemovals(FileSet set) {
        List<String> current = set.files().keySet().stream()
                .map(path -> pathInRoot(set.folder().resolve(path)))
                .toList();
        manifest.files(set.name()).forEach((path, known) -> {
            Path file = root.resolve(path);
            Optional<String> found = Disk.read(file).map(Digest::of);
            if (current.contains(path) || found.isEmpty()) {
                return;
            }
            if (found.get().equals(known)) {
                toRemove.add(file);
            } else {
                report(ProblemId.CHANGED_FILE, file);
            }
        });
    }

    /** Sets that this run does not generate stay as they were listed. */
    private Manifest updatedManifest() {
        NavigableMap<String, NavigableMap<String, String>> updated = new TreeMap<>(manifest.sets());
        for (FileSet set : sets) {
            NavigableMap<String, String> files = new TreeMap<>();
            set.files()
                    .forEach((path, text) -> files.put(
                            pathInRoot(set.folder().resolve(path)), Digest.of(text.getBytes(StandardCharsets.UTF_8))));
            updated.put(set.name(), files);
            if (files.isEmpty()) {
                updated.remove(set.name());
            }
        }
        return new Manifest(updated);
    }

    private Changes changes(FileSet set) {
        List<Path> files = set.files().keySet().stream()
                .map(path -> set.folder().resolve(path))
                .toList();
        List<Path> removed = toRemove.stream()
                .filter(file -> manifest.files(set.name()).containsKey(pathInRoot(file)))
                .toList();
        return new Changes(
                set.name(),
                set.folder(),
                files,
                files.stream().filter(toWrite::containsKey).toList(),
                removed);
    }

    private void report(ProblemId id, Path file) {
        problems.add(Problem.of(id, Map.of("file", told(file))));
    }

    private String pathInRoot(Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private String told(Path file) {
        Path told = file.startsWith(baseDirectory) ? baseDirectory.relativize(file) : file;
        return told.toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
