package io.github.centrifugorpc.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1.0",
                "3.4028235e38 | 340282350000000000000000000000000000000",
                "\"a\" | \"a\"",
                "\"23:59:59.5\" | \"23:59:59.500\"",
                "\"2024-02-29T23:59:59.5+05:30\" | \"2024-02-29T23:59:59.500000+05:30\"",
                "\"PT36H\" | \"P1DT12H\"",
                "{\"a\":1} | {\"a\":1,\"b\":null}",
                "[1,{}] | [1,{}]"
            })
    void areTheSame(String expected, String actual) throws JsonProcessingException {
        assertThat(Comparison.of(json(expected), json(actual), "$")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 2 | $: expected 1, got 2",
                "\"1.50\" | \"1.5\" | $: expected \"1.50\", got \"1.5\"",
                "1 | \"1\" | $: expected 1, got \"1\"",
                "{\"a\":{\"b\":1}} | {\"a\":{}} | $.a.b: expected 1, got nothing",
                "{} | {\"a\":1} | $.a: expected nothing, got 1",
                "[1,2] | [1] | $: expected 2 elements, got 1: [1]",
                "[1,2] | [1,3] | $[1]: expected 2, got 3",
                "\"2024-02-29T23:59:59+01:00\" | \"2024-02-29T22:59:59Z\" "
                        + "| $: expected \"2024-02-29T23:59:59+01:00\", got \"2024-02-29T22:59:59Z\""
            })
    void differ(String expected, String actual, String difference) throws JsonProcessingException {
        assertThat(Comparison.of(json(expected), json(actual), "$")).isEqualTo(difference);
    }

    @Test
    void anErrorMayHaveMoreMembersThanExpected() throws JsonProcessingException {
        var scenario = new Scenario(json("{\"name\":\"n\",\"error\":{\"code\":500}}"));

        assertThat(scenario.difference(json("{\"error\":{\"code\":500,\"name\":\"internal\"}}")))
                .isEmpty();
        assertThat(scenario.difference(json("{\"error\":{\"code\":408}}")))
                .isEqualTo("$.error.code: expected 500, got 408");
        assertThat(scenario.difference(json("{\"result\":1}")))
                .isEqualTo("expected an error {\"code\":500}, got {\"result\":1}");
    }

    @Test
    void aResultMustBeThereEvenIfItIsNull() throws JsonProcessingException {
        var scenario = new Scenario(json("{\"name\":\"n\",\"result\":null}"));

        assertThat(scenario.difference(json("{\"result\":null}"))).isEmpty();
        assertThat(scenario.difference(json("{}"))).isEqualTo("expected a result, got {}");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }
}
