package corpus;

import io.github.centrifugorpc.WebsocketRpc;
import java.util.Optional;
import java.util.OptionalInt;

public final class Handlers {

    public record Nested(Optional<Optional<String>> twice, Optional<OptionalInt> mixed) {}

    @WebsocketRpc("nested.take")
    public void take(Nested nested) {}
}
