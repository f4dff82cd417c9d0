package corpus;

import io.github.centrifugorpc.WebsocketRpc;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

public final class Handlers {

    @WebsocketRpc("tasks.later")
    public Future<String> later() {
        return null;
    }

    @WebsocketRpc("tasks.anything")
    public CompletionStage<?> anything() {
        return null;
    }

    @WebsocketRpc("tasks.raw")
    public CompletionStage raw() {
        return null;
    }
}
