package io.github.centrifugorpc.maven.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ContractJson;
import io.github.centrifugorpc.contract.ErrorType;
import io.github.centrifugorpc.contract.TypeRef;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types and handlers give the same contract from class files as from sources, whatever the JDK. */
class ClassFilesTest {

    private static final String MODEL = """
            package com.acme;

            import io.github.centrifugorpc.DefaultValue;
            import java.util.List;
            import java.util.Map;
            import java.util.Optional;
            import org.jspecify.annotations.NonNull;
            import org.jspecify.annotations.Nullable;

            public record Note(
                    String title,
                    @Nullable String text,
                    List<@Nullable String> tags,
                    Map<String, List<@Nullable Integer>> counts,
                    String @Nullable [] lines,
                    @Nullable String[] words,
                    Optional<String> hint,
                    @DefaultValue("LOW") Level level,
                    Bean bean) {

                public enum Level { LOW, HIGH }

                public static class Bean {
                    private @Nullable String name;
                    private @NonNull Long size;
                    private List<@Nullable Note> notes;

                    public String getName() { return name; }
                    public void setName(String name) { this.name = name; }
                    public Long getSize() { return size; }
                    public void setSize(Long size) { this.size = size; }
                    public List<@Nullable Note> getNotes() { return notes; }
                    public void setNotes(List<@Nullable Note> notes) { this.notes = notes; }
                }
            }
            """;

    private static final String HANDLERS = """
            package com.acme;

            import io.github.centrifugorpc.ConnectionContext;
            import io.github.centrifugorpc.WebsocketRpc;
            import java.util.concurrent.CompletionStage;
            import org.jspecify.annotations.Nullable;

            public final class NoteHandlers {

                @WebsocketRpc("notes.echo")
                public @Nullable Note echo(ConnectionContext conn, Note note) {
                    return note;
                }

                @WebsocketRpc(value = "notes.later", timeout = 7)
                public CompletionStage<@Nullable Note> later() {
                    return null;
                }

                @WebsocketRpc("notes.overloaded")
                public void later(Note note) {}
            }
            """;

    @TempDir
    Path folder;

    @Test
    void giveTheContractOfTheirSources() {
        Contract fromSources =
                new Project(folder.resolve("a")).with(MODEL).with(HANDLERS).contract();
        Contract modelFromClasses = new Project(folder.resolve("b"))
                .withCompiled(MODEL)
                .with(HANDLERS)
                .contract();
        Contract allFromClasses = new Project(folder.resolve("c"))
                .withCompiled(MODEL, HANDLERS)
                .withHandlerClass("com.acme.NoteHandlers")
                .contract();

        assertThat(ContractJson.write(modelFromClasses)).isEqualTo(ContractJson.write(fromSources));
        assertThat(ContractJson.write(allFromClasses)).isEqualTo(ContractJson.write(fromSources));
        assertThat(ContractJson.write(fromSources)).contains("\"nullable\"").contains("\"timeoutMs\": 7000");
    }

    private static final String MISSING = """
            package com.acme;

            import io.github.centrifugorpc.RpcError;

            @RpcError(code = 1404, name = "note_missing")
            public class NoteMissing extends Exception {

                public record Details(String id) {}

                public Details getDetails() {
                    return new Details("");
                }

                public static final class Forever extends NoteMissing {}
            }
            """;

    private static final String THROWERS = """
            package com.acme;

            import io.github.centrifugorpc.WebsocketRpc;

            public final class Throwers {

                @WebsocketRpc("notes.find")
                public void find() throws NoteMissing, java.io.IOException {}

                @WebsocketRpc("notes.drop")
                public void drop() throws NoteMissing.Forever, IllegalStateException {}
            }
            """;

    @Test
    void giveTheErrorsOfTheirSources() {
        Contract fromSources =
                new Project(folder.resolve("a")).with(MISSING).with(THROWERS).contract();
        Contract errorsFromClasses = new Project(folder.resolve("b"))
                .withCompiled(MISSING)
                .with(THROWERS)
                .contract();
        Contract allFromClasses = new Project(folder.resolve("c"))
                .withCompiled(MISSING, THROWERS)
                .withHandlerClass("com.acme.Throwers")
                .contract();

        assertThat(fromSources.errors())
                .singleElement()
                .returns("NoteMissingError", ErrorType::type)
                .returns(1404, ErrorType::code)
                .returns("note_missing", ErrorType::name)
                .returns(Optional.of(new TypeRef.Named("Details")), ErrorType::details);
        assertThat(fromSources.methods())
                .allSatisfy(method -> assertThat(method.errors()).containsExactly("note_missing"));
        assertThat(ContractJson.write(errorsFromClasses)).isEqualTo(ContractJson.write(fromSources));
        assertThat(ContractJson.write(allFromClasses)).isEqualTo(ContractJson.write(fromSources));
    }

    private static final String RICH_MODEL = """
            package com.acme;

            import com.fasterxml.jackson.annotation.JsonCreator;
            import com.fasterxml.jackson.annotation.JsonSubTypes;
            import com.fasterxml.jackson.annotation.JsonTypeInfo;
            import com.fasterxml.jackson.annotation.JsonValue;
            import io.github.centrifugorpc.Patch;
            import io.github.centrifugorpc.WireName;
            import java.util.List;
            import java.util.Map;
            import org.jspecify.annotations.Nullable;

            public record Model(
                    Page<@Nullable Note> page,
                    Pages pages,
                    Event event,
                    Figure figure,
                    Patch<List<@Nullable String>> tags,
                    Map<Color, Priority> colors,
                    Weight weight,
                    Object any) {

                public record Page<T>(List<T> items, Map<String, @Nullable T> byName) {}

                public static class Base<A, B> {
                    public List<@Nullable A> first;
                    public B second;
                    private Map<String, List<@Nullable B>> third;

                    public Map<String, List<@Nullable B>> getThird() { return third; }
                    public void setThird(Map<String, List<@Nullable B>> third) { this.third = third; }
                }

                public static class Pages extends Base<Note, Page<Note>> {}

                @WireName("Remark")
                public record Note(String text) {}

                public sealed interface Event permits Created, Nested, Deleted {}

                public record Created(String id) implements Event {}

                public record Deleted(String id) implements Event {}

                public sealed interface Nested extends Event permits Renamed {}

                public static final class Renamed implements Nested {
                    public String name;
                }

                @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = Circle.class)
                @JsonSubTypes({@JsonSubTypes.Type(value = Circle.class, name = "circle"), @JsonSubTypes.Type(Square.class)})
                public interface Figure {}

                public record Circle(double radius) implements Figure {}

                public record Square(double side) implements Figure {}

                public enum Color {
                    RED("red"), GREEN("green");

                    private final String code;

                    Color(String code) { this.code = code; }

                    @JsonValue
                    public String getCode() { return code; }

                    @JsonCreator
                    public static Color of(String code) {
                        for (Color color : values()) {
                            if (color.code.equals(code)) { return color; }
                        }
                        throw new IllegalArgumentException(code);
                    }
                }

                public enum Priority {
                    LOW(-1, "low"), MIDDLE(5), HIGH(1000, "high"), HIGHEST(1_000_000, "highest");

                    @JsonValue
                    private final int level;

                    private final String label;

                    Priority(int level) { this(level, "none"); }

                    Priority(int level, String label) {
                        this.level = level;
                        this.label = label;
                    }
                }

                public enum Weight {
                    LIGHT(1L), HEAVY(5_000_000_000L);

                    private final Long grams;

                    Weight(Long grams) { this.grams = grams; }

                    @JsonValue
                    public long grams() { return grams; }
                }
            }
            """;

    @Test
    void ofUnionsGenericsAndEnumsGiveTheContractOfTheirSources() {
        String handlers = """
                package com.acme;

                import io.github.centrifugorpc.WebsocketRpc;

                public final class ModelHandlers {
                    @WebsocketRpc("models.echo")
                    public Model echo(Model model) {
                        return model;
                    }
                }
                """;

        Contract fromSources =
                new Project(folder.resolve("a")).with(RICH_MODEL).with(handlers).contract();
        Contract fromClasses = new Project(folder.resolve("b"))
                .withCompiled(RICH_MODEL)
                .with(handlers)
                .contract();

        assertThat(ContractJson.write(fromClasses)).isEqualTo(ContractJson.write(fromSources));
        assertThat(ContractJson.write(fromSources))
                .contains("\"name\": \"red\"", "\"name\": \"1000000\"", "\"name\": \"5000000000\"", "\"fallback\"")
                .contains("Model$Square", "\"value\": \"renamed\"", "\"Remark\"", "\"patch\"");
    }

    @Test
    void ofEnumsThatComputeTheirValuesAreRefused() {
        Project project = new Project(folder).withCompiled("""
                        package com.acme;

                        import com.fasterxml.jackson.annotation.JsonValue;

                        public enum Mode {
                            A("a"), B("b");

                            private String code;

                            Mode(String code) {
                                this.code = code;
                                if (code.equals("b")) { this.code = "c"; }
                            }

                            @JsonValue
                            public String getCode() { return code; }
                        }
                        """).with("""
                        package com.acme;

                        public final class ModeHandlers {
                            @io.github.centrifugorpc.WebsocketRpc("modes.get")
                            public Mode get() { return null; }
                        }
                        """);

        assertThat(project.problems()).containsExactly("""
                        [CRPC-157] com.acme.Mode: enum Mode has @JsonValue on 'getCode', and what that is for A cannot be told without running it.
                          Fix: hand a literal to the constructor, which puts it into a field that 'getCode' returns; or use @JsonProperty on each constant instead.
                          If com.acme.Mode is not yours: <typeMappings> in pom.xml says what it, or the type of its member, is on the wire: string, any, a scalar such as instant, or a record of yours.""");
    }

    @Test
    void areOlderThanTheSourcesOfASister() {
        Project project = new Project(folder)
                .withCompiled("package com.acme;\n\npublic record Task(String id) {}\n")
                .withSister("""
                        package com.acme;

                        /** A task. */
                        public record Task(String id, int size) {}
                        """)
                .with("""
                        package com.acme;

                        public final class TaskHandlers {
                            @io.github.centrifugorpc.WebsocketRpc("tasks.take")
                            public void take(Task task) {}
                        }
                        """);

        assertThat(project.object("Task").members()).hasSize(2);
        assertThat(project.object("Task").docs().blocks()).hasSize(1);
    }
}
