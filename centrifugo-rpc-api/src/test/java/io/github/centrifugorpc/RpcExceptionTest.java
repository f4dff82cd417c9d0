package io.github.centrifugorpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RpcExceptionTest {

    @Test
    void carriesWhatTheCallerSees() {
        var error = new RpcException(1404, "task_not_found", "There is no task 7.", List.of(7));

        assertThat(error.code()).isEqualTo(1404);
        assertThat(error.name()).isEqualTo("task_not_found");
        assertThat(error).hasMessage("There is no task 7.");
        assertThat(error.details()).isEqualTo(List.of(7));
    }

    @Test
    void acceptsTheEndsOfTheRange() {
        assertThat(new RpcException(400, "a", "").code()).isEqualTo(400);
        assertThat(new RpcException(1999, "a", "").code()).isEqualTo(1999);
    }

    @Test
    void refusesCodesThatCentrifugoKeepsForItself() {
        assertThatThrownBy(() -> new RpcException(399, "nope", ""))
                .hasMessage("an RPC error code must be from 400 to 1999, and 399 is not");
        assertThatThrownBy(() -> new RpcException(2000, "nope", ""))
                .hasMessage("an RPC error code must be from 400 to 1999, and 2000 is not");
    }

    @Test
    void refusesNamesThatProgramsCannotCompare() {
        assertThatThrownBy(() -> new RpcException(400, "Not Found", ""))
                .hasMessage("an RPC error name must match [A-Za-z][A-Za-z0-9_.-]{0,127}, and \"Not Found\" does not");
    }
}
