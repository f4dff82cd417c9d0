package corpus;

import io.github.centrifugorpc.Patch;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class Handlers {

    public record Box<T>(T value) {}

    public record Crate<T>(Box<T> box) {}

    public record Change<T>(Patch<T> value) {}

    public record Sparse<T>(List<@Nullable T> values) {}

    public record Page<T>(List<T> items, Map<String, T> byName) {}

    public record All(
            Box<Optional<String>> box,
            Crate<@Nullable String> crate,
            Change<Optional<Integer>> change,
            Sparse<Optional<String>> sparse,
            Page<Optional<String>> fine) {}

    @WebsocketRpc("boxes.take")
    public void take(All all) {}

    @WebsocketRpc("boxes.get")
    public Box<@Nullable String> get() {
        return null;
    }
}
