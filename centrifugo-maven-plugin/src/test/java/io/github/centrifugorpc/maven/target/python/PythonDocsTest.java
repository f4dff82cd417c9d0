package io.github.centrifugorpc.maven.target.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.DocBlock;
import io.github.centrifugorpc.contract.Docs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PythonDocsTest {

    @Test
    void keepsAShortCommentOnOneLine() {
        assertThat(PythonDocs.docstring(Docs.of("Uses `x`, */ and #[[ $v ]]#."), Optional.empty()))
                .containsExactly("\"\"\"Uses `x`, */ and #[[ $v ]]#.\"\"\"");
    }

    @Test
    void cannotBeEndedByItsText() {
        assertThat(PythonDocs.docstring(Docs.of("\"\"\" in \"\"\" out"), Optional.empty()))
                .containsExactly("\"\"\"\\\"\\\"\\\" in \\\"\\\"\\\" out\"\"\"");
        assertThat(PythonDocs.docstring(Docs.of("a \"quote\""), Optional.empty()))
                .containsExactly("\"\"\"a \"quote\"", "\"\"\"");
        assertThat(PythonDocs.docstring(Docs.of("\"quote\" first"), Optional.empty()))
                .containsExactly("\"\"\"\\\"quote\" first\"\"\"");
        assertThat(PythonDocs.docstring(Docs.of("C:\\"), Optional.empty())).containsExactly("\"\"\"C:\\\\", "\"\"\"");
    }

    @Test
    void wrapsTextAndKeepsCode() {
        var docs = new Docs(List.of(
                new DocBlock.Paragraph("word ".repeat(30)),
                new DocBlock.Bullets(List.of("one", "word ".repeat(20))),
                new DocBlock.Code("if (a) {\n\tb(\"\\n\");\n}")));

        assertThat(PythonDocs.docstring(docs, Optional.of("Use x.")))
                .containsExactly(
                        "\"\"\"" + "word ".repeat(18).strip(),
                        "word ".repeat(12).strip(),
                        "",
                        "- one",
                        "- " + "word ".repeat(18).strip(),
                        "  word word",
                        "",
                        "    if (a) {",
                        "        b(\"\\\\n\");",
                        "    }",
                        "",
                        "Deprecated: Use x.",
                        "\"\"\"");
    }

    @Test
    void saysSomethingWhereADocstringIsExpected() {
        assertThat(PythonDocs.docstring(Docs.NONE, Optional.empty(), "Call `a.b`."))
                .containsExactly("\"\"\"Call `a.b`.\"\"\"");
        assertThat(PythonDocs.docstring(Docs.NONE, Optional.empty())).isEmpty();
        assertThat(PythonDocs.docstring(Docs.NONE, Optional.of(""))).containsExactly("\"\"\"Deprecated.\"\"\"");
    }
}
