package io.github.centrifugorpc.maven.mojo;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;

/**
 * The modules of the same build that a project depends on. Their sources are read in place: before anything is packaged
 * there is no jar, and one in the local repository may be of yesterday.
 */
final class Modules {

    private final Map<String, MavenProject> byId = new LinkedHashMap<>();

    Modules(MavenSession session) {
        List<MavenProject> all = session.getAllProjects();
        for (MavenProject project : all == null ? session.getProjects() : all) {
            byId.put(id(project.getGroupId(), project.getArtifactId(), project.getVersion()), project);
        }
    }

    boolean contains(String groupId, String artifactId, String version) {
        return byId.containsKey(id(groupId, artifactId, version));
    }

    /** What a project needs from its own build, directly or through others, nearest first. */
    List<MavenProject> below(MavenProject project) {
        Set<MavenProject> found = new LinkedHashSet<>();
        Deque<MavenProject> open = new ArrayDeque<>(List.of(project));
        while (!open.isEmpty()) {
            for (Dependency dependency : open.remove().getDependencies()) {
                module(dependency)
                        .filter(module -> !module.equals(project))
                        .filter(found::add)
                        .ifPresent(open::add);
            }
        }
        return new ArrayList<>(found);
    }

    static List<Path> sourceRoots(MavenProject project) {
        return List.copyOf(project.getCompileSourceRoots()).stream()
                .map(Path::of)
                .toList();
    }

    private Optional<MavenProject> module(Dependency dependency) {
        if ("test".equals(dependency.getScope())) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                byId.get(id(dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion())));
    }

    private static String id(String groupId, String artifactId, String version) {
        return groupId + ":" + artifactId + ":" + version;
    }
}
