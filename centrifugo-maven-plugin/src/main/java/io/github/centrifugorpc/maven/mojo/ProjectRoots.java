package io.github.centrifugorpc.maven.mojo;

import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.check.ProblemId;
import io.github.centrifugorpc.maven.target.SdkTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.FileSet;
import org.apache.maven.project.MavenProject;

/**
 * The folders that a build compiles or packs whole, which is no place for SDKs.
 *
 * @param roots absolute and normalized
 */
record ProjectRoots(List<Path> roots) {

    static ProjectRoots of(MavenProject project) {
        Path base = absolute(project.getBasedir().toPath());
        return new ProjectRoots(Stream.of(
                        project.getCompileSourceRoots().stream(),
                        project.getTestCompileSourceRoots().stream(),
                        project.getResources().stream().map(FileSet::getDirectory),
                        project.getTestResources().stream().map(FileSet::getDirectory))
                .flatMap(folders -> folders)
                .map(folder -> absolute(base.resolve(folder)))
                // The whole project is a resource root only to pick a few files of it, such as the licence.
                .filter(root -> !base.startsWith(root))
                .distinct()
                .toList());
    }

    /** One problem for each folder that a setting puts into a root. */
    List<Problem> problems(Path outputDirectory, List<SdkTarget> targets) {
        Path output = absolute(outputDirectory);
        Optional<Problem> outer = problem("outputDirectory", output);
        List<Problem> problems = new ArrayList<>(outer.stream().toList());
        for (SdkTarget target : targets) {
            Path folder = absolute(target.output());
            // A folder below the output folder is wrong only because that one is.
            if (outer.isEmpty() || !folder.startsWith(output)) {
                problem(target.language() + ".output", folder).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private Optional<Problem> problem(String parameter, Path folder) {
        return roots.stream()
                .filter(folder::startsWith)
                .findFirst()
                .map(root -> Problem.of(
                        ProblemId.OUTPUT_IN_ROOT,
                        Map.of("parameter", parameter, "folder", folder.toString(), "root", root.toString())));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
