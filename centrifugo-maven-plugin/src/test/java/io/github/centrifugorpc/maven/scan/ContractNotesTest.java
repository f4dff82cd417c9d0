package io.github.centrifugorpc.maven.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.maven.check.ContractNotes;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build tells of contracts that are fine as they are. */
class ContractNotesTest {

    private static final String HANDLERS = """
            package com.acme;

            import com.fasterxml.jackson.annotation.JsonFormat;
            import io.github.centrifugorpc.WebsocketRpc;
            import java.time.OffsetDateTime;
            import java.time.ZonedDateTime;
            import java.util.List;
            import java.util.Map;
            import java.util.OptionalLong;

            public final class TaskHandlers {
                public record Task(
                        long id,
                        List<Long> sizes,
                        OptionalLong parent,
                        Map<Long, String> byKey,
                        @JsonFormat(shape = JsonFormat.Shape.STRING) long text,
                        int small,
                        ZonedDateTime due,
                        OffsetDateTime at) {}

                public record Plain(int size) {}

                @WebsocketRpc("tasks.get")
                public Task get(Plain plain) { return null; }

                @WebsocketRpc("tasks.count")
                public long count() { return 0; }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void tellOfLongsAndRegionsOnce() {
        assertThat(text(new Project(folder).with(HANDLERS).contract())).isEqualTo("""
                [CRPC-401] these longs travel as JSON numbers, exact within ±(2^53−1), and the server refuses values beyond:
                    the result of tasks.count
                    Task: id, sizes, parent
                  For every value of a long: <longs>string</longs>, or @JsonFormat(shape = JsonFormat.Shape.STRING) on a member.
                [CRPC-402] these values of type ZonedDateTime travel with their offset, and their region is lost:
                    Task: due
                  To say so in Java, too: OffsetDateTime; to keep the region: a member of type ZoneId beside it.""");
    }

    @Test
    void haveNothingToSayOfLongsThatTravelAsText() {
        assertThat(text(new Project(folder).longs(Longs.STRING).with(HANDLERS).contract()))
                .startsWith("[CRPC-402]");
    }

    @Test
    void haveNothingToSayOfMostContracts() {
        Contract contract = new Project(folder).with("""
                        package com.acme;

                        public final class TaskHandlers {
                            public record Task(String id, int size) {}

                            @io.github.centrifugorpc.WebsocketRpc("tasks.take")
                            public void take(Task task) {}
                        }
                        """).contract();

        assertThat(ContractNotes.of(contract)).isEmpty();
    }

    @Test
    void tellOfDocsThatClassFilesDoNotHave() {
        Contract contract = new Project(folder)
                .withCompiled("package com.acme;\n\n/** A task. */\npublic record Task(String id) {}\n")
                .with("""
                        package com.acme;

                        public final class TaskHandlers {
                            @io.github.centrifugorpc.WebsocketRpc("tasks.take")
                            public void take(Task task) {}
                        }
                        """)
                .contract();

        assertThat(text(contract)).isEqualTo("""
                [CRPC-403] these types were read from class files, which hold no Javadoc, so the SDKs have none of it:
                    com.acme.Task
                  To have it: generate where their sources are, or with them in the same build.""");
    }

    @Test
    void tellTheBeginningOfALongList() {
        String records = IntStream.range(10, 35)
                .mapToObj(i -> "public record T" + i + "(long id) {}\n")
                .collect(Collectors.joining());
        String members =
                IntStream.range(10, 35).mapToObj(i -> "T" + i + " t" + i).collect(Collectors.joining(", "));
        Contract contract = new Project(folder)
                .with("package com.acme;\n\npublic final class TaskHandlers {\n" + records + "public record All("
                        + members + ") {}\n"
                        + "@io.github.centrifugorpc.WebsocketRpc(\"tasks.take\") public void take(All all) {}\n}\n")
                .contract();

        assertThat(text(contract).lines())
                .hasSize(23)
                .contains("    T10: id", "    T29: id", "    and 5 more")
                .doesNotContain("    T30: id");
    }

    private static String text(Contract contract) {
        return ContractNotes.of(contract).stream()
                .flatMap(note -> note.lines().stream())
                .collect(Collectors.joining("\n"));
    }
}
