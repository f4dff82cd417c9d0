package io.github.centrifugorpc.it.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every code block of the papers is cut from a file that another test compiles or runs. {@code make docs} cuts them
 * anew; this test fails where a page and its source have drifted apart.
 */
class PapersTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TestFactory
    Stream<DynamicTest> everyCodeBlockIsCutFromItsSource() throws IOException {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(ROOT.relativize(page).toString(), page.toUri(), () -> {
                    var text = Files.readString(page);
                    var cut = new Page(ROOT, text).withFreshBlocks();
                    if (Boolean.getBoolean("papers.update")) {
                        Files.writeString(page, cut);
                    } else {
                        assertThat(text)
                                .as("run `make docs` to cut the blocks of this page anew")
                                .isEqualTo(cut);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsSomewhere() throws IOException {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(
                        ROOT.relativize(page).toString(),
                        page.toUri(),
                        () -> assertThat(Page.localLinks(Files.readString(page)))
                                .allSatisfy(link ->
                                        assertThat(page.resolveSibling(link)).exists())));
    }

    @TestFactory
    Stream<DynamicTest> everyLinkToASectionFindsIt() throws IOException {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(
                        ROOT.relativize(page).toString(),
                        page.toUri(),
                        () -> assertThat(Page.brokenSectionLinks(page, Files.readString(page)))
                                .isEmpty()));
    }

    @Test
    void aLinkToASectionThatIsNotThereIsFound() {
        var page = ROOT.resolve("SECURITY.md");

        assertThat(Page.brokenSectionLinks(page, "[a](#one) [b](SECURITY.md#reporting) [c](SECURITY.md#nowhere)\n"))
                .containsExactly("#one", "SECURITY.md#nowhere");
    }

    @Test
    void aBlockWithoutASourceIsRefused() {
        assertThat(Page.problemsOf(ROOT, "```java\nclass A {}\n```\n"))
                .containsExactly("line 1: a java block without `<!-- snippet: file#region -->` above it");
        assertThat(Page.problemsOf(ROOT, "```sh\nmake everything-at-once\n```\n"))
                .containsExactly("line 2: the Makefile has no target everything-at-once");
        assertThat(Page.problemsOf(ROOT, "<!-- snippet: no/such.file -->\n```java\n```\n"))
                .containsExactly("line 1: there is no file no/such.file");
        assertThat(Page.problemsOf(ROOT, "<!-- snippet: LICENSE#nowhere -->\n```text\n```\n"))
                .containsExactly("line 1: LICENSE has no region nowhere");
    }

    @Test
    void cutsARegionWithoutItsIndentation() {
        assertThat(Page.region("a\n  # region one\n    b\n\n      c\n  # endregion\nd\n", "one"))
                .contains("b\n\n  c\n");
    }

    private static List<Path> pages() throws IOException {
        try (var top = Files.list(ROOT);
                var docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
