package io.github.centrifugorpc.maven.output;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Brings sets of files to disk, all of them or, when anything is in the way, none. */
public final class OutputWriter {

    private final Path baseDirectory;
    private final Path outputDirectory;

    /**
     * A writer for one project.
     *
     * @param baseDirectory problems tell files relative to it
     * @param outputDirectory sets below it share its manifest; others have one of their own
     */
    public OutputWriter(Path baseDirectory, Path outputDirectory) {
        this.baseDirectory = baseDirectory;
        this.outputDirectory = outputDirectory.toAbsolutePath().normalize();
    }

    /**
     * What happened.
     *
     * @param changes in the order of the sets; empty when there are problems
     */
    public record Outcome(List<Changes> changes, List<Problem> problems) {

        public Outcome {
            changes = List.copyOf(changes);
            problems = List.copyOf(problems);
        }
    }

    /** Writes what differs from the disk and removes what our manifests list and the sets no longer have. */
    public Outcome write(List<FileSet> sets) {
        Map<Path, List<FileSet>> byRoot = Stream.concat(
                        sets.stream(), sets.stream().flatMap(this::movedAway))
                .collect(groupingBy(this::rootOf, LinkedHashMap::new, toList()));
        List<FolderPlan> plans = new ArrayList<>();
        byRoot.forEach((root, inside) -> plans.add(new FolderPlan(baseDirectory, root, inside)));
        List<Problem> problems =
                plans.stream().flatMap(plan -> plan.problems().stream()).toList();
        if (!problems.isEmpty()) {
            return new Outcome(List.of(), problems);
        }
        List<Changes> changes;
        try {
            changes = plans.stream().flatMap(plan -> plan.carryOut().stream()).toList();
        } catch (UncheckedIOException e) {
            String reason = e.getMessage() + " (" + e.getCause() + ")";
            return new Outcome(List.of(), List.of(Problem.of(ProblemId.NOT_WRITTEN, Map.of("reason", reason))));
        }
        return new Outcome(sets.stream().map(set -> of(set, changes)).toList(), List.of());
    }

    private static Changes of(FileSet set, List<Changes> changes) {
        return changes.stream().filter(change -> change.areOf(set)).findFirst().orElseThrow();
    }

    /** A set that has got a folder of its own leaves nothing behind in the folder that it came from. */
    private Stream<FileSet> movedAway(FileSet set) {
        return rootOf(set).equals(outputDirectory)
                ? Stream.empty()
                : Stream.of(new FileSet(set.name(), outputDirectory, new TreeMap<>()));
    }

    private Path rootOf(FileSet set) {
        return set.folder().startsWith(outputDirectory) ? outputDirectory : set.folder();
    }
}
