package io.github.centrifugorpc.maven.mojo;

import static java.util.stream.Collectors.toCollection;

import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;

/**
 * The jars that a project compiles against, without the modules of its own build. Maven's own resolution would ask for
 * those as well, and fail in a clean clone.
 */
final class ClassPath {

    private static final Set<String> SCOPES = Set.of("compile", "provided", "system");

    private final ProjectDependenciesResolver resolver;
    private final MavenSession session;
    private final Modules modules;

    ClassPath(ProjectDependenciesResolver resolver, MavenSession session, Modules modules) {
        this.resolver = resolver;
        this.session = session;
        this.modules = modules;
    }

    /** The jars of the projects, those of the first one first. */
    List<Path> of(List<MavenProject> projects) throws ConfigurationException {
        Set<Path> jars = new LinkedHashSet<>();
        for (MavenProject project : projects) {
            jars.addAll(of(project));
        }
        return List.copyOf(jars);
    }

    private List<Path> of(MavenProject project) throws ConfigurationException {
        DefaultDependencyResolutionRequest request =
                new DefaultDependencyResolutionRequest(withoutModules(project), session.getRepositorySession());
        request.setResolutionFilter((node, parents) -> isWanted(node));
        try {
            return resolver.resolve(request).getResolvedDependencies().stream()
                    .filter(dependency -> SCOPES.contains(dependency.getScope()))
                    .map(dependency -> dependency.getArtifact().getFile())
                    .map(File::toPath)
                    .toList();
        } catch (DependencyResolutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ConfigurationException(List.of(Problem.of(
                    ProblemId.DEPENDENCIES_UNRESOLVED,
                    Map.of("project", project.getArtifactId(), "reason", String.valueOf(cause.getMessage())))));
        }
    }

    /** Without the modules Maven does not go and look for them in repositories, nor for what they needed yesterday. */
    @SuppressWarnings("deprecation") // What an earlier goal resolved would win over the list of dependencies.
    private MavenProject withoutModules(MavenProject project) {
        MavenProject alone = new MavenProject(project);
        alone.setModel(project.getModel().clone());
        alone.setDependencyArtifacts(null);
        alone.setDependencies(project.getDependencies().stream()
                .filter(dependency ->
                        !modules.contains(dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion()))
                .collect(toCollection(ArrayList::new)));
        return alone;
    }

    private boolean isWanted(DependencyNode node) {
        Dependency dependency = node.getDependency();
        if (dependency == null) {
            return true;
        }
        Artifact artifact = dependency.getArtifact();
        return SCOPES.contains(dependency.getScope())
                && !modules.contains(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion());
    }
}
