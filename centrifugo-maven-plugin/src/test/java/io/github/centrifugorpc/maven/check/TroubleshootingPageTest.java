package io.github.centrifugorpc.maven.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * People search {@code docs/troubleshooting.md} for the id or the words of a message: it has a row for each problem and each note, with
 * the first line of its text. {@code make docs} writes the texts anew.
 */
class TroubleshootingPageTest {

    private static final Path PAGE = Path.of("../docs/troubleshooting.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (CRPC-[1234]\\d\\d) \\| (.*?) ?\\| (?=[^|]+ \\|$)");

    @Test
    void hasARowForEachProblemAndNote() throws IOException {
        var texts = Arrays.stream(ProblemId.values())
                .collect(Collectors.toMap(
                        ProblemId::code, TroubleshootingPageTest::firstLine, (a, b) -> a, TreeMap::new));
        Arrays.stream(NoteId.values()).forEach(id -> texts.put(id.code(), "`" + id.sentence() + "`"));
        var page = Files.readString(PAGE);
        if (Boolean.getBoolean("papers.update")) {
            page = ROW.matcher(page)
                    .replaceAll(row -> Matcher.quoteReplacement(
                            "| " + row.group(1) + " | " + texts.getOrDefault(row.group(1), row.group(2)) + " | "));
            Files.writeString(PAGE, page);
        }

        var rows = rows(page);
        assertThat(texts.entrySet())
                .as("rows of docs/troubleshooting.md: add one for a new id; `make docs` writes its text")
                .filteredOn(text -> !text.getValue().equals(rows.get(text.getKey())))
                .isEmpty();
        assertThat(rows.keySet()).as("ids that the plugin no longer has").isSubsetOf(texts.keySet());
    }

    private static Map<String, String> rows(String page) {
        return ROW.matcher(page)
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1), (MatchResult row) -> row.group(2), (a, b) -> a, TreeMap::new));
    }

    private static String firstLine(ProblemId id) {
        return "`" + id.wording().lines().findFirst().orElseThrow() + "`";
    }
}
