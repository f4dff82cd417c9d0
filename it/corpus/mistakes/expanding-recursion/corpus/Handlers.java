package corpus;

import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import org.jspecify.annotations.Nullable;

public final class Handlers {

    public record Nest<T>(T value, @Nullable Nest<List<T>> next) {}

    public record Left<T>(T value, @Nullable Right<T> right) {}

    public record Right<T>(T value, @Nullable Left<Fine<T>> left) {}

    public record Fine<T>(T value, List<Fine<T>> below) {}

    @WebsocketRpc("nests.get")
    public Nest<String> nest() {
        return null;
    }

    @WebsocketRpc("nests.left")
    public Left<String> left() {
        return null;
    }
}
