package io.github.centrifugorpc.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** People search {@code docs/troubleshooting.md} for the id of a message: it has a row for each that the store says. */
class TroubleshootingPageTest {

    private static final Pattern ID = Pattern.compile("CRPC-\\d{3}");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (CRPC-6\\d\\d) \\| [^|]+ \\| [^|]+ \\|$");

    @Test
    void hasARowForEachMessage() throws IOException {
        var said = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                said.addAll(found(ID, 0, Files.readString(file)));
            }
        }

        assertThat(said).contains("CRPC-601");
        assertThat(found(ROW, 1, Files.readString(Path.of("../docs/troubleshooting.md"))))
                .as("rows of docs/troubleshooting.md: add one for a new id")
                .isEqualTo(said);
    }

    private static Set<String> found(Pattern pattern, int group, String text) {
        var found = new TreeSet<String>();
        pattern.matcher(text).results().forEach(match -> found.add(match.group(group)));
        return found;
    }
}
