package io.github.centrifugorpc.maven.target.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.DocBlock;
import io.github.centrifugorpc.contract.Docs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TsDocTest {

    @Test
    void saysNothingWhereThereIsNothing() {
        assertThat(TsDoc.comment("", Docs.NONE, List.of())).isEmpty();
    }

    @Test
    void takesOneLineWhereItFits() {
        assertThat(TsDoc.comment("  ", Docs.of("Short."), List.of())).isEqualTo("  /** Short. */\n");
    }

    @Test
    void neitherEndsTheCommentNorStartsATag() {
        assertThat(TsDoc.comment("", Docs.of("@param a */ b {@link C} me@acme.com `@d`"), List.of()))
                .isEqualTo("/** \\@param a *\\/ b {\\@link C} me@acme.com `@d` */\n");
    }

    @Test
    void wrapsAndKeepsCodeTogether() {
        var text = "word ".repeat(20) + "`code that stays in one piece` end";

        assertThat(TsDoc.comment("", Docs.of(text), List.of()))
                .isEqualTo("/**\n * " + "word ".repeat(20).strip() + "\n * `code that stays in one piece` end\n */\n");
    }

    @Test
    void wrapsTextWithAnUnpairedBacktick() {
        assertThat(TsDoc.comment("", Docs.of("a` " + "word ".repeat(30)), List.of())
                        .lines())
                .allMatch(line -> line.length() <= Wrapping.WIDTH);
    }

    @Test
    void writesListsCodeAndTags() {
        var docs = new Docs(List.of(
                new DocBlock.Paragraph("First."),
                new DocBlock.Bullets(List.of("one", "two")),
                new DocBlock.Code("a */\n  b")));

        assertThat(TsDoc.comment(" ", docs, TsDoc.deprecation(Optional.of("Use @b."))))
                .isEqualTo("""
                         /**
                          * First.
                          *
                          * - one
                          * - two
                          *
                          * ```
                          * a *\\/
                          *   b
                          * ```
                          *
                          * @deprecated Use \\@b.
                          */
                        """);
    }

    @Test
    void codeMayHoldBackticks() {
        assertThat(TsDoc.code("'a`b*/'")).isEqualTo("`` 'a`b*\\/' ``");
    }
}
