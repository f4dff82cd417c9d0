package io.github.centrifugorpc.maven.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageNamesTest {

    @ParameterizedTest
    @CsvSource({
        "tasks, tasks_sdk, tasks-sdk, tasks-sdk/client",
        "tasks-app, tasks_app_sdk, tasks-app-sdk, tasks-app-sdk/client",
        "acme.tasks_v2, acme_tasks_v2_sdk, acme-tasks-v2-sdk, acme-tasks-v2-sdk/client",
        "TasksServer, tasks_server_sdk, tasks-server-sdk, tasks-server-sdk/client",
        "tasks-sdk, tasks_sdk, tasks-sdk, tasks-sdk/client",
        "3d-models, sdk_3d_models, sdk-3d-models, sdk-3d-models/client",
        "class, class_sdk, class-sdk, class-sdk/client",
    })
    void makesNamesOfTheArtifactId(String artifactId, String python, String npm, String go) {
        assertThat(PackageNames.python(artifactId)).isEqualTo(python).matches(PackageNames::isPython);
        assertThat(PackageNames.npm(artifactId)).isEqualTo(npm).matches(PackageNames::isNpm);
        assertThat(PackageNames.goModule(artifactId)).isEqualTo(go).matches(PackageNames::isGoModule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "my-sdk", "1sdk", "class", "None", "a.b", "größe", "a b"})
    void refusesWhatPythonWouldNotImport(String name) {
        assertThat(PackageNames.isPython(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Tasks", ".tasks", "_tasks", "@acme", "@acme/", "a/b", "@Acme/tasks", "a b", "tasks!"})
    void refusesWhatNpmWouldNotPublish(String name) {
        assertThat(PackageNames.isNpm(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasks", "@acme/tasks", "tasks.sdk", "tasks_sdk", "1tasks"})
    void takesWhatNpmPublishes(String name) {
        assertThat(PackageNames.isNpm(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/tasks", "tasks/", "example.com//tasks", "example.com/a b", ".com/x", "example.com/x."})
    void refusesWhatIsNoGoModule(String path) {
        assertThat(PackageNames.isGoModule(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Client", "func", "main", "my-client", "1client", "_client"})
    void refusesWhatGoWouldNotImport(String name) {
        assertThat(PackageNames.isGoPackage(name)).isFalse();
    }
}
