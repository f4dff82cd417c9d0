package corpus;

import io.github.centrifugorpc.DefaultValue;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class Handlers {

    public record Task(@DefaultValue("1") Optional<Integer> size, @Nullable @DefaultValue("a") String name) {}

    @WebsocketRpc("tasks.put")
    public void put(Task task) {}
}
