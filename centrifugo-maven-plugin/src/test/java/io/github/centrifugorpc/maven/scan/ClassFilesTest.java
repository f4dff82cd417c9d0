package io.github.centrifugorpc.maven.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ContractJson;
import java.nio.file.Path;
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
