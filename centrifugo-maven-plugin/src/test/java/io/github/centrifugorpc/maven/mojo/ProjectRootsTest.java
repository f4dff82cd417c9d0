package io.github.centrifugorpc.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.maven.check.Problem;
import io.github.centrifugorpc.maven.target.PythonTarget;
import io.github.centrifugorpc.maven.target.SdkTarget;
import io.github.centrifugorpc.maven.target.TypeScriptTarget;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class ProjectRootsTest {

    private static final Path BASE = Path.of("project").toAbsolutePath();
    private static final Path SOURCES = BASE.resolve("src/main/java");
    private static final Path RESOURCES = BASE.resolve("src/main/resources");

    @Test
    void holdNoOutputFolder() {
        assertThat(problems(SOURCES.resolve("sdk"), python(SOURCES.resolve("sdk/python")), typeScript(RESOURCES)))
                .containsExactly(
                        "[CRPC-308] <outputDirectory> is " + SOURCES.resolve("sdk") + ", which lies in " + SOURCES
                                + ", and Maven compiles or packs whatever is there.\n"
                                + "  Fix: choose a folder outside of the source and resource roots;"
                                + " the default is ${project.basedir}/opensdk.",
                        "[CRPC-308] <typescript.output> is " + RESOURCES + ", which lies in " + RESOURCES
                                + ", and Maven compiles or packs whatever is there.\n"
                                + "  Fix: choose a folder outside of the source and resource roots;"
                                + " the default is ${project.basedir}/opensdk.");
    }

    @Test
    void areFoundBehindDotsAndForTests() {
        Path tests = BASE.resolve("src/test/java");

        assertThat(problems(BASE.resolve("opensdk"), python(BASE.resolve("opensdk/../src/test/java/python"))))
                .singleElement()
                .asString()
                .startsWith("[CRPC-308] <python.output> is " + tests.resolve("python") + ", which lies in " + tests);
    }

    @Test
    void leaveTheRestOfTheProjectFree() {
        // Also where the whole project is a resource root, as it is to pack the licence; and src is no root itself.
        assertThat(problems(BASE.resolve("opensdk"), python(BASE.resolve("src/main/python"))))
                .isEmpty();
    }

    private static SdkTarget python(Path output) {
        return new PythonTarget("tasks_sdk", "1.0", output);
    }

    private static SdkTarget typeScript(Path output) {
        return new TypeScriptTarget("tasks-sdk", "1.0", output);
    }

    private static List<String> problems(Path outputDirectory, SdkTarget... targets) {
        MavenProject project = new MavenProject();
        project.setFile(BASE.resolve("pom.xml").toFile());
        project.setBuild(new Build());
        project.addCompileSourceRoot(SOURCES.toString());
        project.addTestCompileSourceRoot(BASE.resolve("src/test/java").toString());
        project.addResource(resource(BASE));
        project.addResource(resource(RESOURCES));
        return ProjectRoots.of(project).problems(outputDirectory, List.of(targets)).stream()
                .map(Problem::text)
                .toList();
    }

    private static Resource resource(Path folder) {
        Resource resource = new Resource();
        resource.setDirectory(folder.toString());
        return resource;
    }
}
