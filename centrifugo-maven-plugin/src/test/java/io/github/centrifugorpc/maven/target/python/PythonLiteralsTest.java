package io.github.centrifugorpc.maven.target.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PythonLiteralsTest {

    @Test
    void quotesStrings() {
        assertThat(PythonLiterals.string("plain $x #[[ ]]# `code` */ é 漢"))
                .isEqualTo("\"plain $x #[[ ]]# `code` */ é 漢\"");
        assertThat(PythonLiterals.string("it's")).isEqualTo("\"it's\"");
        assertThat(PythonLiterals.string("say \"it\"")).isEqualTo("'say \"it\"'");
        assertThat(PythonLiterals.string("it's \"both\"")).isEqualTo("'it\\'s \"both\"'");
        assertThat(PythonLiterals.string("\\u0041")).isEqualTo("\"\\\\u0041\"");
        assertThat(PythonLiterals.string("a\n\r\tb")).isEqualTo("\"a\\n\\r\\tb\"");
        assertThat(PythonLiterals.string("\"\"\"")).isEqualTo("'\"\"\"'");
    }

    @Test
    void writesWhatDoesNotShowAsEscapes() {
        assertThat(PythonLiterals.string("\0\u007f\u200b\u202e\u2028"))
                .isEqualTo("\"\\x00\\x7f\\u200b\\u202e\\u2028\"");
        assertThat(PythonLiterals.string(new String(Character.toChars(0xE0001))))
                .isEqualTo("\"\\U000e0001\"");
        assertThat(PythonLiterals.string("\ud800")).isEqualTo("\"\\ud800\"");
        assertThat(PythonLiterals.string("😀")).isEqualTo("\"😀\"");
    }
}
