package io.github.centrifugorpc.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleMarkTest {

    @Test
    void isATickWhereTheConsoleCanShowOne() {
        assertThat(ConsoleMark.in(StandardCharsets.UTF_8)).isEqualTo("✓");
    }

    @Test
    void isPlainTextElsewhere() {
        assertThat(ConsoleMark.in(StandardCharsets.US_ASCII)).isEqualTo("OK");
        assertThat(ConsoleMark.in(Charset.forName("windows-1252"))).isEqualTo("OK");
    }
}
