package corpus;

import io.github.centrifugorpc.DefaultValue;
import io.github.centrifugorpc.Patch;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class Handlers {

    public record Inside(
            List<Patch<String>> list,
            Map<String, Patch<String>> map,
            Optional<Patch<String>> optional,
            Patch<Patch<String>> twice) {}

    public record OfNull(Patch<Optional<String>> optional, Patch<@Nullable String> nullable) {}

    public record Marked(@Nullable Patch<String> nullable, @DefaultValue("a") Patch<String> defaulted) {}

    public record Parts(Patch.Set<String> set, Patch.Clear<String> clear) {}

    public record All(Inside inside, OfNull ofNull, Marked marked, Parts parts) {}

    @WebsocketRpc("patches.take")
    public void take(All all) {}

    @WebsocketRpc("patches.whole")
    public void whole(Patch<String> patch) {}

    @WebsocketRpc("patches.result")
    public Patch<String> result() {
        return null;
    }
}
