package io.github.centrifugorpc.it.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1.0",
                "1e2 | 100",
                "0 | 0.0",
                "-0 | 0",
                "-0 | -0.0",
                "{\"a\":1,\"b\":[null]} | {\"b\":[null],\"a\":1}",
                "\"\\u0061\" | \"a\""
            })
    void areEqual(String one, String other) {
        assertThat(JsonText.areEqual(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9007199254740993 | 9007199254740992",
                "-0.0 | 0.0",
                "1 | \"1\"",
                "{\"a\":null} | {}",
                "[1,2] | [2,1]",
                "\"PT60M\" | \"PT1H\""
            })
    void differ(String one, String other) {
        assertThat(JsonText.areEqual(one, other)).isFalse();
    }

    @Test
    void aTimeIsTheSameHoweverItsFractionIsWritten() {
        assertThat(JsonText.areEqualTimes("[\"2024-02-29T00:00:00.5Z\"]", "[\"2024-02-29T00:00:00.500Z\"]"))
                .isTrue();
        assertThat(JsonText.areEqualTimes("[\"2024-02-29T00:00:00Z\"]", "[\"2024-02-29T01:00:00+01:00\"]"))
                .isFalse();
    }
}
