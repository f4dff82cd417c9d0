package io.github.centrifugorpc.maven.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

    @ParameterizedTest
    @CsvSource({
        "0.1.0-SNAPSHOT, 0.1.0.dev0, 0.1.0-SNAPSHOT",
        "1.4.0, 1.4.0, 1.4.0",
        "1, 1, 1.0.0",
        "1.0, 1.0, 1.0.0",
        "1.02.3, 1.2.3, 1.2.3",
        "1.0.0-RC1, 1.0.0rc1, 1.0.0-RC.1",
        "1.0.0-rc-2, 1.0.0rc2, 1.0.0-rc.2",
        "1.0.0-alpha, 1.0.0a0, 1.0.0-alpha",
        "1.0.0-beta-3, 1.0.0b3, 1.0.0-beta.3",
        "1.0.0-M2, 1.0.0b2, 1.0.0-M.2",
        "1.0.0.Final, 1.0.0, 1.0.0",
        "1.0.0.RELEASE, 1.0.0, 1.0.0",
        "1.0.0-RC1-SNAPSHOT, 1.0.0rc1.dev0, 1.0.0-RC.1.SNAPSHOT",
    })
    void tellsAVersionByTheRulesOfOthers(String maven, String python, String npm) {
        assertThat(Versions.python(maven)).contains(python);
        assertThat(Versions.npm(maven)).contains(npm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "${revision}", "1.0 beta", "1.0-nightly", "v1.0.0"})
    void saysWhenPythonHasNoCounterpart(String maven) {
        assertThat(Versions.python(maven)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "1.2.3.4", "v1.0.0"})
    void saysWhenNpmHasNoCounterpart(String maven) {
        assertThat(Versions.npm(maven)).isEmpty();
    }
}
