package io.github.centrifugorpc.maven.target.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeScriptNamesTest {

    @ParameterizedTest
    @CsvSource({
        "tasks.get_stats, tasksGetStats",
        "tasks.getStats, tasksGetStats",
        "ping, ping",
        "delete, delete_",
        "then, then_",
        "constructor, constructor_",
        "to_string, toString_",
        "tasks.delete, tasksDelete",
    })
    void methodsAreCamelCaseAndNoKeywords(String wireName, String expected) {
        assertThat(TypeScriptNames.method(wireName)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Task, Task",
        "Error, Error",
        "Map, Map",
        "Promise, Promise_",
        "RpcError, RpcError_",
        "task, Task",
        "promise, Promise_",
        "_x, _x",
        "名前, 名前"
    })
    void typesBeginWithACapital(String name, String expected) {
        assertThat(TypeScriptNames.type(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '%',
            value = {
                "user_id|user_id",
                "class|class",
                "größe|größe",
                "$ref|$ref",
                "user-id|'user-id'",
                "1st|'1st'",
                "it's|\"it's\"",
                "__proto__|__proto__",
            })
    void fieldsAreTheirWireNamesInQuotesWhereNeeded(String wireName, String expected) {
        assertThat(TypeScriptNames.field(wireName)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"name|name", "__proto__|['__proto__']"},
            quoteCharacter = '%')
    void keysInLiteralsMeanWhatTheySay(String wireName, String expected) {
        assertThat(TypeScriptNames.key(wireName)).isEqualTo(expected);
    }
}
