package io.github.centrifugorpc.maven.target.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.Literal;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '%', textBlock = """
            plain        | 'plain'
            it's         | "it's"
            'a' "b"      | '\\'a\\' "b"'
            say "hi"     | 'say "hi"'
            back\\slash  | 'back\\\\slash'
            a`b          | 'a`b'
            */           | '*/'
            #[[ ${x} $y  | '#[[ ${x} $y'
            日本 ü       | '日本 ü'
            """)
    void takesTheQuotesThatNeedFewerEscapes(String value, String literal) {
        assertThat(Literals.string(value)).isEqualTo(literal);
    }

    @Test
    void escapesWhatEndsALineOrCannotBeSeen() {
        assertThat(Literals.string("a\n\r\t\0\u2028\u2029\ufeff\u001b"))
                .isEqualTo("'a\\n\\r\\t\\u0000\\u2028\\u2029\\ufeff\\u001b'");
    }

    @Test
    void writesJsonInDoubleQuotes() {
        assertThat(Literals.json("it's \"so\" \\ \n")).isEqualTo("\"it's \\\"so\\\" \\\\ \\n\"");
    }

    @Test
    void writesDefaults() {
        assertThat(Literals.of(new Literal.Bool(true))).isEqualTo("true");
        assertThat(Literals.of(new Literal.Decimal(new BigDecimal("1E+3")))).isEqualTo("1000");
        assertThat(Literals.of(new Literal.Text("1.50"))).isEqualTo("'1.50'");
    }
}
