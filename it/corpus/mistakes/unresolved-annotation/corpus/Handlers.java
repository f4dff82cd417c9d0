package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public record Task(@Nulable String id, @Positif int size) {}

    @WebsocketRpc("tasks.get")
    public Task get() {
        return null;
    }
}
