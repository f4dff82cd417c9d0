package corpus;

import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

public final class Handlers {

    /**
     * One page of many.
     *
     * @param items in order
     * @param next where to go on
     */
    public record Page<T>(List<T> items, @Nullable String next) {}

    public record Task(String id, Pair<String, Integer> label) {}

    public record Pair<A, B>(A first, B second) {}

    public record Tree<T>(T value, List<Tree<T>> below) {}

    /** Bounds are of no consequence where arguments are concrete. */
    public record Best<T extends Comparable<T>>(T best, Map<String, T> others) {}

    public record Result<V, F>(@Nullable V value, Optional<F> failure) {}

    public static class Versioned<T> {
        private int version;
        private T content;

        public int getVersion() {
            return version;
        }

        public void setVersion(int version) {
            this.version = version;
        }

        public T getContent() {
            return content;
        }

        public void setContent(T content) {
            this.content = content;
        }
    }

    /** Inherits members whose types are settled here. */
    public static class VersionedTask extends Versioned<Task> {
        public List<Pair<Task, Task>> changes;
    }

    public record Filter<T>(T equal, List<T> among) {}

    /** Two parameters that differ in their case only. */
    public record Twins<T, t>(T elder, t younger) {}

    @WebsocketRpc("tasks.twins")
    public Twins<String, Integer> twins() {
        return null;
    }

    @WebsocketRpc("tasks.page")
    public Page<Task> tasks(Filter<String> filter) {
        return null;
    }

    @WebsocketRpc("tasks.pages")
    public CompletionStage<Page<Page<Task>>> pages(Filter<Integer> filter) {
        return null;
    }

    @WebsocketRpc("tasks.tree")
    public Tree<Pair<String, List<Task>>> tree(Tree<String> tree) {
        return null;
    }

    @WebsocketRpc("tasks.sparse")
    public Page<@Nullable Task> sparse() {
        return null;
    }

    @WebsocketRpc("tasks.best")
    public Best<Integer> best() {
        return null;
    }

    @WebsocketRpc("tasks.result")
    public Result<Task, String> result() {
        return null;
    }

    @WebsocketRpc("tasks.version")
    public VersionedTask version(Versioned<String> version) {
        return null;
    }

    @WebsocketRpc("tasks.list")
    public List<Page<Integer>> list() {
        return null;
    }
}
