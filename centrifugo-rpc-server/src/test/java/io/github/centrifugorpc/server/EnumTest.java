package io.github.centrifugorpc.server;

import static io.github.centrifugorpc.server.Json.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.centrifugorpc.WebsocketRpc;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Enums have the names of the contract, or its numbers (types T7). */
class EnumTest {

    public enum Mood {
        @JsonProperty("very-good")
        GOOD,
        BAD {
            @Override
            public String toString() {
                return "never on the wire";
            }
        },
        @JsonEnumDefaultValue
        UNKNOWN
    }

    public enum Level {
        LOW(-1),
        HIGH(10);

        private final int number;

        Level(int number) {
            this.number = number;
        }

        @JsonValue
        public int number() {
            return number;
        }
    }

    public record Both(
            Mood mood,
            Level level,
            Map<Mood, Level> moods,
            EnumMap<Level, Mood> levels,
            Set<Level> set,
            EnumSet<Mood> enums,
            List<@Nullable Mood> list,
            Level withDefault) {}

    public record Any(Object value) {}

    public static final class Handlers {
        @WebsocketRpc("enum.echo")
        public Both echo(Both params) {
            return params;
        }

        @WebsocketRpc("enum.any")
        public Any any() {
            return new Any(List.of(Mood.BAD, Level.HIGH, Map.of(Level.LOW, Mood.GOOD)));
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
                List.of("enum.echo:" + type("Both") + "->" + type("Both"), "enum.any: ->" + type("Any")),
                String.join(
                        ",",
                        with(
                                enumeration(
                                        Mood.class,
                                        with(value("GOOD", "very-good"), "\"aliases\":[\"good\"]"),
                                        value("BAD", "BAD"),
                                        value("UNKNOWN", "UNKNOWN")),
                                "\"fallback\":\"UNKNOWN\""),
                        with(enumeration(Level.class, value("LOW", "-1"), value("HIGH", "10")), "\"base\":\"int\""),
                        object(Any.class, required("value", ANY)),
                        object(
                                Both.class,
                                required("mood", type("Mood")),
                                required("level", type("Level")),
                                optional("moods", map(type("Mood"), type("Level"))),
                                optional("levels", map(type("Level"), type("Mood"))),
                                optional("set", "{\"set\":" + type("Level") + "}"),
                                optional("enums", "{\"set\":" + type("Mood") + "}"),
                                optional("list", list(nullable(type("Mood")))),
                                with(optional("with_default", type("Level")), "\"default\":\"10\""))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void travelAsTheContractSays() {
        assertThat(server.result(
                        "enum.echo",
                        "{\"mood\":\"very-good\",\"level\":-1,\"moods\":{\"BAD\":10},\"levels\":{\"-1\":\"very-good\"},"
                                + "\"set\":[10,10],\"enums\":[\"BAD\"],\"list\":[null,\"BAD\"]}"))
                .isEqualTo(
                        "{\"mood\":\"very-good\",\"level\":-1,\"moods\":{\"BAD\":10},\"levels\":{\"-1\":\"very-good\"},"
                                + "\"set\":[10],\"enums\":[\"BAD\"],\"list\":[null,\"BAD\"],\"with_default\":10}");
        assertThat(server.result("enum.any", "{}")).isEqualTo("{\"value\":[\"BAD\",10,{\"-1\":\"very-good\"}]}");
    }

    @Test
    void readAliasesAndFallBack() {
        assertThat(server.result(
                        "enum.echo",
                        "{\"mood\":\"good\",\"level\":10,\"moods\":{\"good\":-1,\"new\":10},\"list\":[\"newer\"]}"))
                .isEqualTo(
                        "{\"mood\":\"very-good\",\"level\":10,\"moods\":{\"very-good\":-1,\"UNKNOWN\":10},\"levels\":{},"
                                + "\"set\":[],\"enums\":[],\"list\":[\"UNKNOWN\"],\"with_default\":10}");
        assertThat(server.call(
                        "enum.echo", "{\"mood\":\"good\",\"level\":10,\"moods\":{\"good\":-1,\"very-good\":10}}"))
                .isEqualTo("$.moods[\"very-good\"] is given twice");
    }

    @Test
    void refuseOthers() {
        assertThat(server.call(
                        "enum.echo",
                        "{\"mood\":1,\"level\":\"10\",\"levels\":{\"LOW\":\"BAD\",\"010\":\"BAD\"},"
                                + "\"set\":[1,1.0,99999999999999999999],\"enums\":[null]}"))
                .isEqualTo("""
                        $.mood must be one of "very-good", "BAD", "UNKNOWN", but was 1
                        $.level must be one of -1, 10, but was "10"
                        $.levels.LOW has a key that must be one of -1, 10, but was "LOW"
                        $.levels["010"] has a key that must be one of -1, 10, but was "010"
                        $.set[0] must be one of -1, 10, but was 1
                        $.set[1] must be one of -1, 10, but was 1.0
                        $.set[2] must be one of -1, 10, but was 99999999999999999999
                        $.enums[0] must be one of "very-good", "BAD", "UNKNOWN", but was null""");
    }
}
