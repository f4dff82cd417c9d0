package io.github.centrifugorpc.maven.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.centrifugorpc.contract.Literal;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands around handlers: missing dependencies, modules, unfinished code, sources that are not theirs. */
class SurroundingsTest {

    private static final String HANDLERS = """
            package com.acme;

            import io.github.centrifugorpc.WebsocketRpc;

            public final class TaskHandlers {
                @WebsocketRpc("tasks.clear")
                public void clear() {}
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aMissingApiIsNamed() {
        assertThat(new Project(folder).withoutClassPath().with(HANDLERS).problems())
                .containsExactly("""
                        [CRPC-113] src/com/acme/TaskHandlers.java:7: method 'clear' has an annotation @WebsocketRpc that javac cannot find.
                          Fix: import io.github.centrifugorpc.WebsocketRpc, and add the dependency io.github.centrifugorpc:centrifugo-rpc-api (centrifugo-rpc-server brings it).""");
    }

    @Test
    void aHandlerClassThatIsNotThereIsNamed() {
        assertThat(new Project(folder).withHandlerClass("com.acme.Nowhere").problems())
                .containsExactly("""
                        [CRPC-322] <handlerClasses> names com.acme.Nowhere, which is neither on the class path nor on the source path.
                          Fix: write its binary name (com.acme.Outer$Inner for a nested class), and add its dependency;
                          for a class of this project, run at <phase>process-classes</phase>.""");
    }

    @Test
    void aProjectWithoutSourcesHasNoMethods() {
        ScanResult result = new Project(folder).scan();

        assertThat(result.problems()).isEmpty();
        assertThat(result.contract().methods()).isEmpty();
    }

    @Test
    void modulesAreReadLikeAnyProject() throws IOException {
        Project project = new Project(folder).with(HANDLERS);
        Files.writeString(
                folder.resolve("src/module-info.java"),
                "module com.acme { requires io.github.centrifugorpc.nowhere; }");

        assertThat(project.contract().methods()).extracting(RpcMethod::name).containsExactly("tasks.clear");
    }

    @Test
    void unfinishedCodeElsewhereIsNoObstacle() {
        Project project = new Project(folder).with(HANDLERS).with("""
                        package com.acme;

                        import com.acme.generated.TaskMapper;

                        class Service extends GeneratedBase {
                            private final TaskMapper mapper = TaskMapper.create();

                            int half() {
                                return undefined(1) + "";
                            }
                        }
                        """);

        assertThat(project.contract().methods()).hasSize(1);
    }

    @Test
    void handlersMayBeNestedInRecordsEnumsAndInterfaces() {
        Project project = new Project(folder).with("""
                        package com.acme;

                        import io.github.centrifugorpc.WebsocketRpc;

                        public interface Outer {
                            final class Inner {
                                @WebsocketRpc("inner")
                                public void inner() {}
                            }

                            record Pair() {
                                @WebsocketRpc("pair")
                                public void pair() {}
                            }
                        }
                        """);

        assertThat(project.contract().methods())
                .extracting(RpcMethod::handler)
                .containsExactly("com.acme.Outer$Inner", "com.acme.Outer$Pair");
    }

    @Test
    void typeNamesTellTwoTypesApart() {
        Project project = new Project(folder)
                .with("package com.acme.a;\n\npublic record Task(String id) {}\n")
                .with("package com.acme.b;\n\npublic record Task(int id) {}\n")
                .with("""
                        package com.acme;

                        public final class TaskHandlers {
                            @io.github.centrifugorpc.WebsocketRpc("tasks.convert")
                            public com.acme.a.Task convert(com.acme.b.Task task) {
                                return null;
                            }
                        }
                        """)
                .withTypeName("com.acme.b.Task", "NumberedTask");

        assertThat(project.contract().typesByName()).containsOnlyKeys("Task", "NumberedTask");
        assertThat(project.contract().methods().get(0).params()).contains(new TypeRef.Named("NumberedTask"));
    }

    @Test
    void typeMappingsSayWhatForeignTypesAreOnTheWire() {
        Project project = new Project(folder)
                .with("package com.acme;\n\npublic interface Money {\n    long cents();\n}\n")
                .with("""
                        package com.acme;

                        public final class PriceHandlers {
                            public record Price(Money amount, @io.github.centrifugorpc.DefaultValue("1.50") Money fee) {}

                            @io.github.centrifugorpc.WebsocketRpc("prices.take")
                            public void take(Price price) {}
                        }
                        """)
                .withTypeMapping("com.acme.Money", "big_decimal");

        assertThat(project.object("Price").members())
                .extracting(Member::type, Member::defaultValue)
                .containsExactly(
                        tuple(new TypeRef.Scalar(ScalarKind.BIG_DECIMAL), Optional.empty()),
                        tuple(new TypeRef.Scalar(ScalarKind.BIG_DECIMAL), Optional.of(new Literal.Text("1.50"))));
    }
}
