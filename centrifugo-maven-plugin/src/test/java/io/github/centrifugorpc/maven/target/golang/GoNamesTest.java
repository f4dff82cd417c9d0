package io.github.centrifugorpc.maven.target.golang;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Place;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Task,Task",
        "task,Task",
        "RPCError,RPCError_",
        "Duration,Duration_",
        "Map,Map",
        "名前,X名前",
        "_x,X_x",
        "A$B,A_B"
    })
    void types(String name, String expected) {
        assertThat(GoNames.type(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "user_id,UserId",
        "userID,UserId",
        "type,Type",
        "1st,X1st",
        "a-b,AB",
        "é,É",
        "名,X名",
        "$ref,Ref",
        "__,X__"
    })
    void fields(String wireName, String expected) {
        assertThat(GoNames.field(wireName)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"tasks.get_stats,TasksGetStats", "connect,Connect_", "close,Close_", "call,Call_", "rpcClient,RpcClient"
    })
    void methods(String wireName, String expected) {
        assertThat(GoNames.method(wireName)).isEqualTo(expected);
    }

    @Test
    void constantsOfEnumsBearTheNameOfTheEnum() {
        var value = new EnumType.Value("in progress", "IN_PROGRESS", Docs.NONE, Optional.empty());
        var clash = new EnumType.Value("t", "TIMEOUT", Docs.NONE, Optional.empty());

        assertThat(GoNames.constant(enumNamed("Status"), value)).isEqualTo("StatusInProgress");
        assertThat(GoNames.constant(enumNamed("With"), clash)).isEqualTo("WithTimeout_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_id", "a b", "名", "$ref", "x.y", "-"})
    void tagsCarryMostNames(String wireName) {
        assertThat(GoNames.isTaggable(wireName)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\"b", "a,b", "a\\b", "a`b", "a\nb", "a'b"})
    void tagsCannotCarryTheseNames(String wireName) {
        assertThat(GoNames.isTaggable(wireName)).isFalse();
    }

    private static EnumType enumNamed(String name) {
        return new EnumType(name, name, List.of(), Docs.NONE, Optional.empty(), Place.UNKNOWN);
    }
}
