package io.github.centrifugorpc.server;

import static io.github.centrifugorpc.server.Json.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.WebsocketRpc;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generic types are bound anew for each use: when checked, when bound, when written. */
class GenericsTest {

    public record Page<T>(List<T> items, Optional<Page<T>> next) {}

    public record Pair<A, B>(A first, B second) {}

    public record Task(int id) {}

    public static class Box<T> {
        public @Nullable T value;
        public Map<String, T> more = Map.of();
    }

    public static final class Handlers {
        @WebsocketRpc("generic.tasks")
        public Page<Task> tasks(Page<Task> page) {
            return new Page<>(
                    page.items().stream().map(task -> new Task(task.id() + 1)).toList(), page.next());
        }

        @WebsocketRpc("generic.nested")
        public Pair<Page<Long>, Map<String, Pair<String, Task>>> nested(
                Pair<Page<Long>, Map<String, Pair<String, Task>>> params) {
            long sum =
                    params.first().items().stream().mapToLong(Long::longValue).sum();
            int ids = params.second().values().stream()
                    .mapToInt(pair -> pair.second().id())
                    .sum();
            var items = new ArrayList<>(params.first().items());
            items.add(sum + ids);
            return new Pair<>(new Page<>(items, Optional.empty()), params.second());
        }

        @WebsocketRpc("generic.box")
        public Box<List<Task>> box(Box<List<Task>> box) {
            var count = box.value == null
                    ? 0
                    : box.value.stream().mapToInt(Task::id).sum();
            box.more = Map.of("sum", List.of(new Task(count)));
            return box;
        }

        @WebsocketRpc("generic.any")
        public Pair<Object, Task> any(Pair<Object, Task> pair) {
            return pair;
        }

        @WebsocketRpc("generic.null")
        public Page<Task> nullElement() {
            var items = new ArrayList<@Nullable Task>();
            items.add(null);
            return new Page<>(items, Optional.empty());
        }
    }

    @TempDir
    private Path folder;

    private EchoServer server;

    @BeforeEach
    void start() {
        var nested = type(
                "Pair",
                type("Page", scalar("long")),
                map(scalar("string"), type("Pair", scalar("string"), type("Task"))));
        server = new EchoServer(
                new Handlers(),
                folder,
                List.of(
                        "generic.tasks:" + type("Page", type("Task")) + "->" + type("Page", type("Task")),
                        "generic.nested:" + nested + "->" + nested,
                        "generic.box:" + type("Box", list(type("Task"))) + "->" + type("Box", list(type("Task"))),
                        "generic.any:" + type("Pair", ANY, type("Task")) + "->" + type("Pair", ANY, type("Task")),
                        "generic.null: ->" + type("Page", type("Task"))),
                String.join(
                        ",",
                        with(
                                object(
                                        Page.class,
                                        optional("items", list("{\"variable\":\"T\"}")),
                                        optional("next", nullable(type("Page", "{\"variable\":\"T\"}")))),
                                "\"typeParameters\":[\"T\"]"),
                        with(
                                object(
                                        Pair.class,
                                        required("first", "{\"variable\":\"A\"}"),
                                        required("second", "{\"variable\":\"B\"}")),
                                "\"typeParameters\":[\"A\",\"B\"]"),
                        with(
                                object(
                                        Box.class,
                                        optional("value", "{\"variable\":\"T\"}"),
                                        optional("more", map(scalar("string"), "{\"variable\":\"T\"}"))),
                                "\"typeParameters\":[\"T\"]"),
                        object(Task.class, required("id", scalar("int")))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void bindsTypeParametersForEachUse() {
        assertThat(server.result("generic.tasks", "{\"items\":[{\"id\":1}],\"next\":{\"items\":[{\"id\":5}]}}"))
                .isEqualTo("{\"items\":[{\"id\":2}],\"next\":{\"items\":[{\"id\":5}]}}");
        assertThat(server.result(
                        "generic.nested",
                        "{\"first\":{\"items\":[40,1]},\"second\":{\"k\":{\"first\":\"a\",\"second\":{\"id\":1}}}}"))
                .isEqualTo("{\"first\":{\"items\":[40,1,42]},"
                        + "\"second\":{\"k\":{\"first\":\"a\",\"second\":{\"id\":1}}}}");
        assertThat(server.result("generic.box", "{\"value\":[{\"id\":1},{\"id\":6}],\"more\":{}}"))
                .isEqualTo("{\"value\":[{\"id\":1},{\"id\":6}],\"more\":{\"sum\":[{\"id\":7}]}}");
        assertThat(server.result("generic.any", "{\"first\":[1.50,null],\"second\":{\"id\":2}}"))
                .isEqualTo("{\"first\":[1.50,null],\"second\":{\"id\":2}}");
        assertThat(server.result("generic.any", "{\"first\":null,\"second\":{\"id\":2}}"))
                .isEqualTo("{\"first\":null,\"second\":{\"id\":2}}");
    }

    @Test
    void checksEachUseByItsOwnArguments() {
        assertThat(server.call("generic.tasks", "{\"items\":[7],\"next\":{\"items\":[{\"id\":\"5\"}]}}"))
                .isEqualTo("""
                        $.items[0] must be an object, but was 7
                        $.next.items[0].id must be an integer from -2147483648 to 2147483647, but was "5\"""");
        assertThat(server.call("generic.nested", "{\"first\":{\"items\":[null]},\"second\":{\"k\":{\"second\":{}}}}"))
                .isEqualTo("""
                        $.first.items[0] must be an integer from -9007199254740991 to 9007199254740991, but was null
                        $.second.k.second.id is required
                        $.second.k.first is required""");
        assertThat(server.call("generic.any", "{\"second\":{\"id\":2}}")).isEqualTo("$.first is required");
    }

    @Test
    void refusesToWriteWhatAUseDoesNotAllow() {
        assertThat(server.call("generic.null", "{}")).startsWith("500 Internal error ");
    }
}
