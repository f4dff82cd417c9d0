package io.github.centrifugorpc.server;

import static io.github.centrifugorpc.server.Json.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.Patch;
import io.github.centrifugorpc.WebsocketRpc;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Absent, null and a value are three things, in records and in beans. */
class PatchTest {

    public record Update(
            String id, Patch<String> note, Patch<List<Instant>> times, Patch<Long> count, Patch<Owner> owner) {}

    public record Owner(String name) {}

    public static class Bean {
        private @Nullable Patch<String> note;

        public @Nullable Patch<String> getNote() {
            return note;
        }

        public void setNote(@Nullable Patch<String> note) {
            this.note = note;
        }
    }

    public record Seen(String text) {}

    public static final class Handlers {
        @WebsocketRpc("patch.echo")
        public Update echo(Update update) {
            return update;
        }

        @WebsocketRpc("patch.seen")
        public Seen seen(Update update) {
            return new Seen(update.note() + " " + update.note().applyTo("old") + " " + update.times());
        }

        @WebsocketRpc("patch.bean")
        public Bean bean(Bean bean) {
            return bean;
        }

        @WebsocketRpc("patch.bean_seen")
        public Seen beanSeen(Bean bean) {
            return new Seen(String.valueOf(bean.getNote()));
        }

        @WebsocketRpc("patch.null")
        public Bean nothing() {
            return new Bean();
        }
    }

    @TempDir
    private Path folder;

    private EchoServer server;

    @BeforeEach
    void start() {
        server = new EchoServer(
                new Handlers(),
                folder,
                List.of(
                        "patch.echo:" + type("Update") + "->" + type("Update"),
                        "patch.seen:" + type("Update") + "->" + type("Seen"),
                        "patch.bean:" + type("Bean") + "->" + type("Bean"),
                        "patch.bean_seen:" + type("Bean") + "->" + type("Seen"),
                        "patch.null: ->" + type("Bean")),
                String.join(
                        ",",
                        object(
                                Update.class,
                                required("id", scalar("string")),
                                optional("note", patch(scalar("string"))),
                                optional("times", patch(list(scalar("instant")))),
                                optional("count", patch(scalar("long"))),
                                optional("owner", patch(type("Owner")))),
                        object(Owner.class, required("name", scalar("string"))),
                        object(Bean.class, optional("note", patch(scalar("string")))),
                        object(Seen.class, required("text", scalar("string")))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void keepsThreeStatesApart() {
        for (var json : List.of(
                "{\"id\":\"1\"}",
                "{\"id\":\"1\",\"note\":null,\"owner\":null}",
                "{\"id\":\"1\",\"note\":\"\",\"times\":[],\"count\":0}",
                "{\"id\":\"1\",\"times\":[\"2026-11-30T16:30:00Z\"],\"owner\":{\"name\":\"Ada\"}}")) {
            assertThat(server.result("patch.echo", json)).isEqualTo(json);
        }
        assertThat(server.result("patch.seen", "{\"id\":\"1\"}"))
                .isEqualTo("{\"text\":\"Unchanged[] old Unchanged[]\"}");
        assertThat(server.result("patch.seen", "{\"id\":\"1\",\"note\":null,\"times\":null}"))
                .isEqualTo("{\"text\":\"Clear[] null Clear[]\"}");
        assertThat(server.result("patch.seen", "{\"id\":\"1\",\"note\":\"new\",\"times\":[]}"))
                .isEqualTo("{\"text\":\"Set[value=new] new Set[value=[]]\"}");
    }

    @Test
    void checksTheValue() {
        assertThat(server.call("patch.echo", "{\"id\":\"1\",\"note\":7,\"times\":[null],\"count\":\"1\",\"owner\":{}}"))
                .isEqualTo("""
                        $.note must be a string, but was 7
                        $.times[0] must be a time with offset such as "2026-11-30T16:30:00Z", but was null
                        $.count must be an integer from -9007199254740991 to 9007199254740991, but was "1"
                        $.owner.name is required""");
    }

    @Test
    void isNeverLeftNullInABean() {
        assertThat(server.result("patch.bean_seen", "{}")).isEqualTo("{\"text\":\"Unchanged[]\"}");
        assertThat(server.result("patch.bean_seen", "{\"note\":null}")).isEqualTo("{\"text\":\"Clear[]\"}");
        assertThat(server.result("patch.bean", "{}")).isEqualTo("{}");
        assertThat(server.result("patch.bean", "{\"note\":null}")).isEqualTo("{\"note\":null}");
        assertThat(server.result("patch.null", "{}")).isEqualTo("{}");
    }
}
