package io.github.centrifugorpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DevelopmentModeTest {

    @Test
    void tellsWhichNamesAreNear() {
        try (var server = new TestServer(builder -> builder.developmentMode(true))) {
            assertThat(message(server, "tasks.get_stat"))
                    .isEqualTo("There is no method \"tasks.get_stat\". Did you mean tasks.get_stats?");
            assertThat(message(server, "tasks.fine"))
                    .isEqualTo("There is no method \"tasks.fine\". Did you mean tasks.find, tasks.fail, tasks.inline?");
            assertThat(message(server, "elsewhere")).isEqualTo("There is no method \"elsewhere\".");
        }
    }

    private static String message(TestServer server, String method) {
        return server.rpc("42", method, "{}").path("error").path("message").asText();
    }
}
