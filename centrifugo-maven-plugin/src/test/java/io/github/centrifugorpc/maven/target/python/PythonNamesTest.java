package io.github.centrifugorpc.maven.target.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonNamesTest {

    @ParameterizedTest
    @CsvSource({
        "tasks.get_stats, tasks_get_stats",
        "tasks.getStats, tasks_get_stats",
        "class, class_",
        "list, list_",
        "match, match",
    })
    void namesMethods(String wireName, String expected) {
        assertThat(PythonNames.method(wireName)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "user_id, user_id",
        "userId, user_id",
        "URL, url",
        "from, from_",
        "json, json_",
        "model_config, model_config_",
        "mro, mro_",
        "register, register_",
        "str, str_",
        "date, date",
        "_id, id",
        "1st, field_1st",
        "$, field",
        "größe, größe",
        "ﬁeld, field",
    })
    void namesFields(String wireName, String expected) {
        assertThat(PythonNames.field(wireName)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Task, Task",
        "None, None_",
        "RpcError, RpcError_",
        "Field, Field",
        "_Hidden, Type_Hidden",
        "Outer$Inner, Outer_Inner",
        "task, Task",
        "none, None_",
        "$hidden, Type_hidden",
        "名前, Type名前",
    })
    void namesTypes(String name, String expected) {
        assertThat(PythonNames.type(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"OPEN, OPEN", "inProgress, IN_PROGRESS", "None, NONE", "_3D, VALUE_3_D", "name, NAME"})
    void namesEnumMembers(String javaName, String expected) {
        assertThat(PythonNames.enumMember(javaName)).isEqualTo(expected);
    }
}
