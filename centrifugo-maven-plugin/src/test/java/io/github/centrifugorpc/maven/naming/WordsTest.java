package io.github.centrifugorpc.maven.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "getStats, get stats",
        "get_stats, get stats",
        "GetStats, get stats",
        "tasks.get_stats, tasks get stats",
        "HTTPServer, http server",
        "HTTPServer2, http server2",
        "server2Url, server2 url",
        "userID, user id",
        "a, a",
        "aB, a b",
        "__x__, x",
        "x_1, x 1",
        "größeÄndern, größe ändern",
        "tasks-app, tasks app",
    })
    void splitsNamesIntoWords(String name, String words) {
        assertThat(String.join(" ", Words.of(name).words())).isEqualTo(words);
    }

    @Test
    void joinsWordsForEachCustom() {
        Words words = Words.of("HTTPServer.get_userID");

        assertThat(words.snakeCase()).isEqualTo("http_server_get_user_id");
        assertThat(words.kebabCase()).isEqualTo("http-server-get-user-id");
        assertThat(words.camelCase()).isEqualTo("httpServerGetUserId");
        assertThat(words.pascalCase()).isEqualTo("HttpServerGetUserId");
    }

    @Test
    void hasNoWordsWithoutLettersOrDigits() {
        assertThat(Words.of("_.$").words()).isEmpty();
        assertThat(Words.of("").camelCase()).isEmpty();
    }
}
