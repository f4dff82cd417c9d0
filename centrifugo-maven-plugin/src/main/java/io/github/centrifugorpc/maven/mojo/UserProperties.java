package io.github.centrifugorpc.maven.mojo;

import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Properties for the parameters inside {@code <python>} and its kin, which Maven itself does not look up. */
final class UserProperties {

    private final MavenSession session;
    private final MavenProject project;

    UserProperties(MavenSession session, MavenProject project) {
        this.session = session;
        this.project = project;
    }

    /** From the command line, then from the pom. */
    Optional<String> find(String name) {
        return Stream.of(session.getUserProperties(), project.getProperties(), session.getSystemProperties())
                .map((Properties properties) -> properties.getProperty(name))
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }
}
