package io.github.centrifugorpc.maven.target.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImportOrderTest {

    private static final List<String> NAMES =
            List.of("taskLower", "Task10", "Task9", "URL", "Tasks", "TaSk", "X", "Apple");

    @Test
    void sortsExports() {
        assertThat(NAMES.stream().sorted(ImportOrder.EXPORTS))
                .containsExactly("URL", "Apple", "TaSk", "Task9", "Task10", "Tasks", "X", "taskLower");
    }

    @Test
    void sortsImportsWithoutRegardToCase() {
        assertThat(NAMES.stream().sorted(ImportOrder.IMPORTS))
                .containsExactly("URL", "Apple", "TaSk", "Task9", "Task10", "Tasks", "X", "taskLower");
    }
}
