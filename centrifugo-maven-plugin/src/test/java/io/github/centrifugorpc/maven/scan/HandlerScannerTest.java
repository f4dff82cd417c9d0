package io.github.centrifugorpc.maven.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.Literal;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandlerScannerTest {

    @TempDir
    Path folder;

    @Test
    void readsTheQuickStart() {
        Project project = new Project(folder).with("""
                        package com.acme;

                        import io.github.centrifugorpc.ConnectionContext;
                        import io.github.centrifugorpc.DefaultValue;
                        import io.github.centrifugorpc.WebsocketRpc;

                        public final class TaskHandlers {
                            /** Task statistics of one user. */
                            @WebsocketRpc("tasks.get_stats")
                            public TaskStatsResult getStats(ConnectionContext conn, TaskStatsParams params) {
                                return null;
                            }

                            /**
                             * @param userId whose tasks
                             */
                            public record TaskStatsParams(String userId, @DefaultValue("false") boolean includeCompleted) {}

                            public record TaskStatsResult(int total, int completed, int pending) {}
                        }
                        """);

        Contract contract = project.contract();

        assertThat(contract.methods())
                .singleElement()
                .returns("tasks.get_stats", RpcMethod::name)
                .returns("com.acme.TaskHandlers", RpcMethod::handler)
                .returns("getStats", RpcMethod::javaMethod)
                .returns(Optional.of(new TypeRef.Named("TaskStatsParams")), RpcMethod::params)
                .returns(Optional.of(new TypeRef.Named("TaskStatsResult")), RpcMethod::result)
                .returns(Docs.of("Task statistics of one user."), RpcMethod::docs)
                .returns(new Place("src/com/acme/TaskHandlers.java", 10), RpcMethod::place);
        assertThat(project.object("TaskStatsParams").members())
                .extracting(Member::name, Member::type, Member::required, Member::defaultValue, Member::docs)
                .containsExactly(
                        tuple(
                                "user_id",
                                new TypeRef.Scalar(ScalarKind.STRING),
                                true,
                                Optional.empty(),
                                Docs.of("whose tasks")),
                        tuple(
                                "include_completed",
                                new TypeRef.Scalar(ScalarKind.BOOLEAN),
                                false,
                                Optional.of(new Literal.Bool(false)),
                                Docs.NONE));
    }

    @Test
    void knowsWhatIsDeprecated() {
        Project project = new Project(folder).with("""
                        package com.acme;

                        import io.github.centrifugorpc.WebsocketRpc;

                        public final class TaskHandlers {
                            /** @deprecated use {@code Note} */
                            @Deprecated
                            public record Task(String id, @Deprecated String name, Bean bean) {}

                            public static class Bean {
                                /** @deprecated as it is */
                                @Deprecated
                                public int size;

                                public int count;
                            }

                            @WebsocketRpc("tasks.take")
                            public void take(Task task) {}
                        }
                        """);

        assertThat(project.object("Task").deprecated()).contains("use `Note`");
        assertThat(project.object("Task").members())
                .extracting(Member::name, Member::deprecated)
                .containsExactly(
                        tuple("id", Optional.empty()), tuple("name", Optional.of("")), tuple("bean", Optional.empty()));
        assertThat(project.object("Bean").members())
                .extracting(Member::name, Member::deprecated)
                .containsExactly(tuple("size", Optional.of("as it is")), tuple("count", Optional.empty()));
    }
}
