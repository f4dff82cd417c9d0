package it;

import io.github.centrifugorpc.WebsocketRpc;
import it.library.Note;

public final class NoteHandlers {

    @WebsocketRpc("notes.echo")
    public Note echo(Note note) {
        return note;
    }
}
