package io.github.centrifugorpc.maven.target.golang;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.DocBlock.Bullets;
import io.github.centrifugorpc.contract.DocBlock.Code;
import io.github.centrifugorpc.contract.DocBlock.Paragraph;
import io.github.centrifugorpc.contract.Docs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoDocsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Ends.|// Ends.",
                "Without end|// Without end.",
                "a  b|// a b.",
                "# Heading|// Heading.",
                "[x]: http://a.b|// x: http://a.b.",
                "- item|//   - item",
                "2) item|// 2: item.",
                "``x`` and ''y''|// `x` and 'y'",
                "go:build x|// `go:build` x.",
                "*/ #[[ $x ]]#|// */ #[[ $x ]]#",
            })
    void paragraphsAreNothingElseToGofmt(String text, String expected) {
        assertThat(new GoDocs().paragraph(text).lines()).containsExactly(expected);
    }

    @Test
    void longLinesAreWrapped() {
        var lines = new GoDocs().paragraph("word ".repeat(40)).lines();

        assertThat(lines).hasSize(2).allMatch(line -> line.length() <= 112 && line.startsWith("// word"));
    }

    @Test
    void listsAndCodeStandApart() {
        var docs = new Docs(List.of(
                new Paragraph("One."),
                new Bullets(List.of("a", "word ".repeat(30))),
                new Code("\n  if (x) {\n\n    y();\n  }\n"),
                new Bullets(List.of("b")),
                new Code(""),
                new Paragraph(" ")));

        assertThat(new GoDocs().docs(docs).deprecated(Optional.of("Use it not")).lines())
                .containsExactly(
                        "// One.",
                        "//",
                        "//   - a",
                        "//   - " + "word ".repeat(20) + "word",
                        "//     " + "word ".repeat(8) + "word",
                        "//",
                        "// For example:",
                        "//",
                        "//\tif (x) {",
                        "//",
                        "//\t  y();",
                        "//\t}",
                        "//",
                        "// Note:",
                        "//",
                        "//   - b",
                        "//",
                        "// Deprecated: Use it not.");
    }

    @Test
    void deprecationNeedsNoReason() {
        assertThat(new GoDocs().deprecated(Optional.of("")).lines())
                .containsExactly("// Deprecated: do not use it any more.");
        assertThat(new GoDocs().deprecated(Optional.empty()).lines()).isEmpty();
    }
}
