package io.github.centrifugorpc.maven.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.centrifugorpc.contract.Naming;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.UnionType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags are what real Jackson writes for annotated types, and the wire's casing for sealed types without annotations. */
class UnionReaderTest {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME) @JsonSubTypes(@JsonSubTypes.Type(V.class)) interface U {}"
                        + " class V implements U { public int a; }",
                "@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME) @JsonSubTypes(@JsonSubTypes.Type(V.class)) interface U {}"
                        + " class V implements U { public int a; }",
                "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = \"aKind\")"
                        + " @JsonSubTypes(@JsonSubTypes.Type(value = V.class, name = \"listed\")) interface U {}"
                        + " class V implements U { public int a; }",
                "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME) @JsonSubTypes(@JsonSubTypes.Type(V.class)) abstract class U {}"
                        + " @JsonTypeName(\"own\") class V extends U { public int a; }",
                "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME) @JsonSubTypes(@JsonSubTypes.Type(M.class)) interface U {}"
                        + " @JsonSubTypes(@JsonSubTypes.Type(value = V.class, name = \"deep\")) interface M extends U {}"
                        + " class V implements M { public int a; }",
                "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)"
                        + " @JsonSubTypes({@JsonSubTypes.Type(value = V.class, names = \"one\")}) interface U {}"
                        + " class V implements U { public int a; }",
                "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, defaultImpl = V.class) interface U {}"
                        + " class V implements U { public int a; }",
            })
    void annotatedTypesHaveTheTagsThatJacksonWrites(String source) throws Exception {
        String model = "package com.acme;\n\nimport com.fasterxml.jackson.annotation.*;\n\n"
                + "public final class Model {\n"
                + source.replaceAll("(?<!\\w)(abstract class|class) ", "public static $1 ")
                + "\n}\n";
        Project project = new Project(folder).withCompiled(model).with("""
                        package com.acme;

                        public final class ModelHandlers {
                            @io.github.centrifugorpc.WebsocketRpc("models.get")
                            public Model.U get() { return null; }
                        }
                        """);
        URL[] classes = {folder.resolve("library").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            Class<?> union = loader.loadClass("com.acme.Model$U");
            Object variant =
                    loader.loadClass("com.acme.Model$V").getConstructor().newInstance();

            ObjectType.Tag tag = project.object("V").tag().orElseThrow();

            String expected = "{\"" + tag.member() + "\":\"" + tag.value() + "\",\"a\":0}";
            assertThat(MAPPER.writerFor(union).writeValueAsString(variant)).isEqualTo(expected);
            assertThat(MAPPER.writeValueAsString(variant)).isEqualTo(expected);
            assertThat(MAPPER.readValue(expected, union)).isInstanceOf(variant.getClass());
        }
    }

    @Test
    void sealedTypesHaveSimpleNamesInTheCasingOfTheWire() {
        Project project = new Project(folder).with("""
                        package com.acme;

                        public final class EventHandlers {
                            public sealed interface Event permits TaskCreated {}

                            public record TaskCreated(String id) implements Event {}

                            @io.github.centrifugorpc.WebsocketRpc("events.get")
                            public Event get() { return null; }
                        }
                        """);

        assertThat(project.object("TaskCreated").tag()).contains(new ObjectType.Tag("type", "task_created"));
        assertThat(project.naming(Naming.AS_IS).object("TaskCreated").tag())
                .contains(new ObjectType.Tag("type", "TaskCreated"));
        assertThat(((UnionType) project.contract().type("Event")).variants()).containsExactly("TaskCreated");
    }

    @Test
    void anObjectHasATagOnlyWhereItsUnionIsUsed() {
        Project project = new Project(folder).with("""
                        package com.acme;

                        public final class EventHandlers {
                            sealed interface Command permits Create {}

                            public record Create(String type) implements Command {}

                            @io.github.centrifugorpc.WebsocketRpc("events.create")
                            public void create(Create create) {}
                        }
                        """);

        assertThat(project.object("Create").tag()).isEmpty();
        assertThat(project.object("Create").members()).hasSize(1);
    }

    @Test
    void whatIsNoObjectIsNoVariant() {
        Project project = new Project(folder).with("""
                        package com.acme;

                        import com.fasterxml.jackson.annotation.JsonSubTypes;
                        import com.fasterxml.jackson.annotation.JsonTypeInfo;

                        public final class EventHandlers {
                            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
                            @JsonSubTypes(@JsonSubTypes.Type(String.class))
                            public interface Foreign {}

                            @io.github.centrifugorpc.WebsocketRpc("foreign.get")
                            public Foreign get() { return null; }
                        }
                        """);

        assertThat(project.problems()).containsExactly("""
                        [CRPC-152] java.lang.String: String cannot be a variant of Foreign: it does not travel as an object.
                          Fix: make it a record that has it as a member.""");
    }
}
