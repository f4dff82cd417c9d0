package io.github.centrifugorpc.maven.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.Layout;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.Naming;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.RpcMethod.MethodOptions;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RolesTest {

    private static final TypeRef TASK = new TypeRef.Named("Task");

    private final Roles roles = new Roles(new Contract(
            "tasks",
            Layout.PLAIN,
            Naming.SNAKE_CASE,
            Longs.NUMBER,
            List.of(
                    method("tasks.create", "Draft", TASK),
                    method("tasks.find", "Key", new TypeRef.Nullable(TASK)),
                    method("tasks.list", "Key", new TypeRef.ListOf(new TypeRef.Named("Entry"))),
                    method("tasks.move", "Key", new TypeRef.Named("Key")),
                    method("tasks.remove", "Key", TASK)),
            List.of()));

    @Test
    void nameTheMethodsThatTakeOrGiveAType() {
        assertThat(roles.of("Draft")).hasValue("the params of tasks.create");
        assertThat(roles.of("Task")).hasValue("the result of tasks.create and tasks.find and tasks.remove");
    }

    @Test
    void nameOneOfMany() {
        assertThat(roles.of("Key")).hasValue("the params of tasks.find and others, and the result of tasks.move");
    }

    @Test
    void areNoneForTypesInsideOthers() {
        assertThat(roles.of("Entry")).isEmpty();
    }

    private static RpcMethod method(String name, String params, TypeRef result) {
        return new RpcMethod(
                name,
                "com.acme.TaskHandlers",
                "call",
                Optional.of(params).map(TypeRef.Named::new),
                Optional.of(result),
                Docs.NONE,
                Optional.empty(),
                MethodOptions.DEFAULTS,
                Place.UNKNOWN);
    }
}
