package io.github.centrifugorpc.server;

import static io.github.centrifugorpc.server.Json.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.centrifugorpc.WebsocketRpc;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members that the contract does not name: kept, ignored or refused; and members with more than one name. */
class OpenObjectTest {

    public static class Open {
        public String name = "";
        private final Map<String, Object> more = new LinkedHashMap<>();

        @JsonAnyGetter
        public Map<String, Object> more() {
            return more;
        }

        @JsonAnySetter
        public void put(String name, Object value) {
            more.put(name, value);
        }
    }

    public static class Counts {
        @JsonAnySetter
        @JsonAnyGetter
        public Map<String, Long> counts = new LinkedHashMap<>();

        @JsonIgnore
        public int size() {
            return counts.size();
        }
    }

    public record Aliased(@JsonAlias({"user", "uid"}) String userId) {}

    public static final class Handlers {
        @WebsocketRpc("open.echo")
        public Open echo(Open open) {
            return open;
        }

        @WebsocketRpc("open.clash")
        public Open clash() {
            var open = new Open();
            open.name = "declared";
            open.put("name", "extra");
            open.put("other", 1L << 60);
            return open;
        }

        @WebsocketRpc("open.counts")
        public Counts counts(Counts counts) {
            return counts;
        }

        @WebsocketRpc("open.alias")
        public Aliased alias(Aliased params) {
            return params;
        }

        @WebsocketRpc("open.nothing")
        public void nothing() {}
    }

    @TempDir
    private Path folder;

    private EchoServer server;

    @BeforeEach
    void start() {
        server = start(false);
    }

    private EchoServer start(boolean refuseUnknownMembers) {
        return new EchoServer(
                new Handlers(),
                folder,
                List.of(
                        "open.echo:" + type("Open") + "->" + type("Open"),
                        "open.clash: ->" + type("Open"),
                        "open.counts:" + type("Counts") + "->" + type("Counts"),
                        "open.alias:" + type("Aliased") + "->" + type("Aliased"),
                        "open.nothing: ->"),
                String.join(
                        ",",
                        with(object(Open.class, optional("name", nullable(scalar("string")))), "\"extra\":" + ANY),
                        with(object(Counts.class), "\"extra\":" + scalar("long")),
                        object(
                                Aliased.class,
                                with(required("user_id", scalar("string")), "\"aliases\":[\"user\",\"uid\"]"))),
                builder -> builder.refuseUnknownMembers(refuseUnknownMembers));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        var json = "{\"name\":\"a\",\"x\":{\"y\":[1.50,null]},\"z\":null}";

        assertThat(server.result("open.echo", json)).isEqualTo(json);
        assertThat(server.result("open.counts", "{\"a\":1,\"b\":2}")).isEqualTo("{\"a\":1,\"b\":2}");
    }

    @Test
    void checksWhatItKeeps() {
        assertThat(server.call("open.echo", "{\"x\":{\"y\":1,\"y\":1},\"z\":1,\"z\":2,\"name\":\"a\",\"name\":\"b\"}"))
                .isEqualTo("""
                        $.x.y is given twice
                        $.z is given twice
                        $.name is given twice""");
        assertThat(server.call("open.counts", "{\"a\":\"1\",\"b\":null,\"c d\":1.5}"))
                .isEqualTo("""
                        $.a must be an integer from -9007199254740991 to 9007199254740991, but was "1"
                        $.b must be an integer from -9007199254740991 to 9007199254740991, but was null
                        $["c d"] must be an integer from -9007199254740991 to 9007199254740991, but was 1.5""");
    }

    @Test
    void writesADeclaredNameOnce() {
        assertThat(server.result("open.clash", "{}"))
                .isEqualTo("{\"name\":\"declared\",\"other\":1152921504606846976}");
    }

    @Test
    void readsAliases() {
        for (var name : List.of("user_id", "user", "uid")) {
            assertThat(server.result("open.alias", "{\"" + name + "\":\"1\",\"more\":2}"))
                    .isEqualTo("{\"user_id\":\"1\"}");
        }
        assertThat(server.call("open.alias", "{\"user\":\"1\",\"uid\":\"1\"}")).isEqualTo("$.user_id is given twice");
        assertThat(server.call("open.alias", "{\"user\":7}")).isEqualTo("$.user_id must be a string, but was 7");
    }

    @Test
    void refusesUnknownMembersWhereToldTo() {
        try (var strict = start(true)) {
            assertThat(strict.call("open.alias", "{\"userId\":\"1\",\"more\":{\"a\":1}}"))
                    .isEqualTo("""
                            $.userId is not known to this server
                            $.more is not known to this server
                            $.user_id is required""");
            assertThat(strict.call("open.nothing", "{\"a\":1}")).isEqualTo("$.a is not known to this server");
            assertThat(strict.result("open.echo", "{\"x\":1}")).isEqualTo("{\"name\":\"\",\"x\":1}");
            assertThat(strict.result("open.alias", "{\"uid\":\"1\"}")).isEqualTo("{\"user_id\":\"1\"}");
        }
    }
}
