package io.github.centrifugorpc.maven.target.golang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoLiteralsTest {

    @Test
    void stringsEscapeWhatWouldEndOrChangeThem() {
        assertThat(GoLiterals.string("a\"b\\c\n\r\t`'$x#[[ ]]# ${y} */ \"\"\" \\u0041"))
                .isEqualTo("\"a\\\"b\\\\c\\n\\r\\t`'$x#[[ ]]# ${y} */ \\\"\\\"\\\" \\\\u0041\"");
    }

    @Test
    void stringsKeepWhatCanBeReadAndEscapeTheRest() {
        assertThat(GoLiterals.string("ü日🎉")).isEqualTo("\"ü日🎉\"");
        assertThat(GoLiterals.string("\u0000\u200b\ufeff\u2028\ud800\udb40\udc01"))
                .isEqualTo("\"\\u0000\\u200b\\ufeff\\u2028\\ufffd\\U000e0001\"");
    }

    @Test
    void tagsNameTheMember() {
        assertThat(GoLiterals.tag("user_id", "")).isEqualTo("`json:\"user_id\"`");
        assertThat(GoLiterals.tag("user_id", ",omitempty")).isEqualTo("`json:\"user_id,omitempty\"`");
        assertThat(GoLiterals.tag("-", "")).isEqualTo("`json:\"-,\"`");
        assertThat(GoLiterals.tag("a`b", "")).isEqualTo("\"json:\\\"a`b\\\"\"");
    }
}
