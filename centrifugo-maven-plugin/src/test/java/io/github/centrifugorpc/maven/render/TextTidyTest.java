package io.github.centrifugorpc.maven.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTidyTest {

    @Test
    void leavesAsManyBlankLinesAsAllowedAndNoneAtTheEnds() {
        assertThat(TextTidy.tidy("\n\n a  \n\n\n\nb\t\nc\n\n\n", 2)).isEqualTo(" a\n\n\nb\nc\n");
    }

    @Test
    void keepsAnEmptyTextEmpty() {
        assertThat(TextTidy.tidy(" \n\n", 1)).isEmpty();
    }
}
