package io.github.centrifugorpc.maven.mojo;

import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.project.MavenProject;

/**
 * Where a project's handlers and types are read from.
 *
 * @param sources files and folders to find handlers in
 * @param sourcePath roots that types may come from
 * @param classFolders compiled classes that types may come from
 */
record ProjectSources(List<Path> sources, List<Path> sourcePath, List<Path> classFolders) {

    /** From the sources of the project and of the modules below it. */
    static ProjectSources fromSources(
            MavenProject project, List<MavenProject> modules, List<String> narrowed, List<Problem> problems) {
        List<Path> own = Modules.sourceRoots(project);
        List<Path> sourcePath = new ArrayList<>(own);
        modules.forEach(module -> sourcePath.addAll(Modules.sourceRoots(module)));
        List<Path> sources = narrowed.isEmpty() ? own : existing(project, narrowed, problems);
        return new ProjectSources(sources, sourcePath, List.of());
    }

    /** From what the project and its modules have been compiled to; a module that has not been yet gives its sources. */
    static ProjectSources fromClasses(MavenProject project, List<MavenProject> modules) {
        List<Path> sourcePath = new ArrayList<>();
        List<Path> classFolders = new ArrayList<>();
        classFolders.add(classFolder(project));
        for (MavenProject module : modules) {
            if (Files.isDirectory(classFolder(module))) {
                classFolders.add(classFolder(module));
            } else {
                sourcePath.addAll(Modules.sourceRoots(module));
            }
        }
        return new ProjectSources(List.of(), sourcePath, classFolders);
    }

    static Path classFolder(MavenProject project) {
        return Path.of(project.getBuild().getOutputDirectory());
    }

    private static List<Path> existing(MavenProject project, List<String> narrowed, List<Problem> problems) {
        List<Path> paths = new ArrayList<>();
        for (String source : narrowed) {
            Path path = project.getBasedir().toPath().resolve(source.strip());
            if (Files.exists(path)) {
                paths.add(path);
            } else {
                problems.add(Problem.of(ProblemId.SOURCE_NOT_FOUND, Map.of("source", source)));
            }
        }
        return paths;
    }
}
