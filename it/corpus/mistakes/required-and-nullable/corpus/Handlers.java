package corpus;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.Optional;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

public final class Handlers {

    public record Task(@JsonProperty(required = true) Optional<Integer> size, @NonNull @Nullable String name) {}

    @WebsocketRpc("tasks.put")
    public void put(Task task) {}
}
