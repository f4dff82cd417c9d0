package it.library;

import io.github.centrifugorpc.WebsocketRpc;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

public final class LibraryHandlers {

    @WebsocketRpc("notes.echo")
    public @Nullable Note echo(Note note) {
        return note;
    }

    @WebsocketRpc("notes.later")
    public CompletionStage<@Nullable Note> later() {
        return null;
    }

    public static final class Nested {

        @WebsocketRpc("notes.nested")
        public void nested() {}
    }
}
