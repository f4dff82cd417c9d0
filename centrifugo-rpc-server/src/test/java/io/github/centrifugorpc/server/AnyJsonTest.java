package io.github.centrifugorpc.server;

import static io.github.centrifugorpc.server.Json.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.centrifugorpc.WebsocketRpc;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any JSON comes and goes as it is. */
class AnyJsonTest {

    public record Anything(Object value) {}

    public record Tree(JsonNode value) {}

    public record Branches(ObjectNode object, ArrayNode array, Map<String, Object> map, List<Object> list) {}

    public record Perhaps(Optional<Object> value) {}

    public record Kinds(String kinds) {}

    public record Money(BigDecimal amount) {}

    public static final class Handlers {
        @WebsocketRpc("any.object")
        public Anything object(Anything params) {
            return params;
        }

        @WebsocketRpc("any.tree")
        public Tree tree(Tree params) {
            return params;
        }

        @WebsocketRpc("any.branches")
        public Branches branches(Branches params) {
            return params;
        }

        @WebsocketRpc("any.perhaps")
        public Perhaps perhaps(Perhaps params) {
            return params;
        }

        @WebsocketRpc("any.kinds")
        public Kinds kinds(Branches params) {
            return new Kinds(params.list().stream()
                    .map(value -> value == null ? "null" : value.getClass().getSimpleName())
                    .toList()
                    .toString());
        }

        @WebsocketRpc("any.mixed")
        public Object mixed() {
            var map = new LinkedHashMap<String, Object>();
            map.put("long", Long.MAX_VALUE);
            map.put("big", new BigInteger("123456789012345678901234567890"));
            map.put("decimal", new BigDecimal("1.50"));
            map.put("declared", new Money(new BigDecimal("1.50")));
            map.put("array", new Object[] {1, 'c', null, Optional.empty(), Optional.of(2L)});
            return map;
        }

        @WebsocketRpc("any.number")
        public Object number() {
            return Long.MIN_VALUE;
        }

        @WebsocketRpc("any.nan")
        public Object nan() {
            return List.of(Map.of("x", Double.NaN));
        }

        @WebsocketRpc("any.nan_tree")
        public JsonNode nanTree() {
            return JsonNodeFactory.instance.arrayNode().add(Float.POSITIVE_INFINITY);
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
                        "any.object:" + type("Anything") + "->" + type("Anything"),
                        "any.tree:" + type("Tree") + "->" + type("Tree"),
                        "any.branches:" + type("Branches") + "->" + type("Branches"),
                        "any.perhaps:" + type("Perhaps") + "->" + type("Perhaps"),
                        "any.kinds:" + type("Branches") + "->" + type("Kinds"),
                        "any.mixed: ->" + ANY,
                        "any.number: ->" + ANY,
                        "any.nan: ->" + ANY,
                        "any.nan_tree: ->" + ANY),
                String.join(
                        ",",
                        object(Anything.class, required("value", ANY)),
                        object(Tree.class, required("value", ANY)),
                        object(
                                Branches.class,
                                optional("object", nullable(ANY)),
                                optional("array", nullable(ANY)),
                                optional("map", map(scalar("string"), ANY)),
                                optional("list", list(ANY))),
                        object(Perhaps.class, optional("value", nullable(ANY))),
                        object(Kinds.class, required("kinds", scalar("string")))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "0",
                "1.50",
                "-0",
                "1E+400",
                "1E-7",
                "9007199254740993",
                "-9223372036854775808",
                "123456789012345678901234567890.123456789012345678901234567890",
                "\"\"",
                "\"1\"",
                "\"\\u0000\\\"é€\"",
                "[]",
                "{}",
                "[[[]],{\"a\":{\"\":null}}]",
                "{\"__proto__\":1,\"@class\":\"java.lang.Object\",\"a b\":[1,2.0,null]}"
            })
    void givesBackWhatItGot(String json) {
        for (var method : List.of("any.object", "any.tree")) {
            assertThat(server.result(method, "{\"value\":" + json + "}"))
                    .isEqualTo("{\"value\":" + json.replace("-0", "0") + "}");
        }
    }

    @Test
    void keepsNumbersExactInJava() {
        assertThat(server.result(
                        "any.kinds",
                        "{\"list\":[1,9007199254740993,123456789012345678901234567890,1.50,1e2,\"1\",null]}"))
                .isEqualTo("{\"kinds\":\"[Integer, Long, BigInteger, BigDecimal, BigDecimal, String, null]\"}");
        assertThat(server.result("any.mixed", "{}"))
                .isEqualTo("{\"long\":9223372036854775807,\"big\":123456789012345678901234567890,\"decimal\":1.50,"
                        + "\"declared\":{\"amount\":\"1.50\"},\"array\":[1,\"c\",null,null,2]}");
        assertThat(server.result("any.number", "{}")).isEqualTo("-9223372036854775808");
    }

    @Test
    void takesWhatHoldsAnything() {
        var json = "{\"object\":{\"a\":1.50},\"array\":[null],\"map\":{\"k\":null,\"l\":1.50},\"list\":[1.50,null]}";

        assertThat(server.result("any.branches", json)).isEqualTo(json);
        assertThat(server.result("any.branches", "{}")).isEqualTo("{\"map\":{},\"list\":[]}");
        assertThat(server.result("any.perhaps", "{}")).isEqualTo("{}");
        assertThat(server.result("any.perhaps", "{\"value\":[9007199254740993]}"))
                .isEqualTo("{\"value\":[9007199254740993]}");
    }

    @Test
    void refusesWhatNoPeerCouldKeep() {
        assertThat(server.call("any.object", "{\"value\":{\"a\":{\"b\":1,\"b\":2},\"a\":[{\"x\":1,\"\\u0078\":1}]}}"))
                .isEqualTo("""
                        $.value.a.b is given twice
                        $.value.a is given twice
                        $.value.a[0].x is given twice""");
        assertThat(server.call("any.object", "{\"value\":[\"\\ud800\",1e1001,\"😀\"]}"))
                .isEqualTo("""
                        $.value[0] must be a string without half of a surrogate pair, but was "?"
                        $.value[1] must be a number of at most 1000 digits in plain notation, but was 1e1001""");
        assertThat(server.call("any.object", "{}")).isEqualTo("$.value is required");
    }

    @Test
    void refusesToWriteWhatJsonDoesNotHave() {
        assertThat(server.call("any.nan", "{}")).startsWith("500 Internal error ");
        assertThat(server.call("any.nan_tree", "{}")).startsWith("500 Internal error ");
    }

    /** A failure names its seed, and {@code -Dfuzz.seed=…} repeats it. */
    @Test
    void givesBackWhateverItGot() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            var json = value(random, 0);
            assertThat(server.result("any.object", "{\"value\":" + json + "}"))
                    .as("-Dfuzz.seed=%d", seed)
                    .isEqualTo("{\"value\":" + json + "}");
        }
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 6 ? 5 : 7)) {
            case 0 -> "null";
            case 1 -> Boolean.toString(random.nextBoolean());
            case 2 -> new BigInteger(1 + random.nextInt(200), random).toString();
            case 3 -> new BigDecimal(new BigInteger(60, random), random.nextInt(40) - 5).toString();
            case 4 -> "\"" + Integer.toString(random.nextInt(), 36) + "\"";
            case 5 -> {
                var elements = new StringBuilder();
                for (int i = random.nextInt(5); i > 0; i--) {
                    elements.append(elements.isEmpty() ? "" : ",").append(value(random, depth + 1));
                }
                yield "[" + elements + "]";
            }
            default -> {
                var members = new StringBuilder();
                for (int i = random.nextInt(5); i > 0; i--) {
                    members.append(members.isEmpty() ? "" : ",").append("\"k" + i + "\":" + value(random, depth + 1));
                }
                yield "{" + members + "}";
            }
        };
    }
}
