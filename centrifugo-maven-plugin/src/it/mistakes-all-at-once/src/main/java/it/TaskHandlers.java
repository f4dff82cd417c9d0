package it;

import io.github.centrifugorpc.WebsocketRpc;
import java.net.URI;

public final class TaskHandlers {

    public record Link(URI uri) {}

    @WebsocketRpc("tasks.link")
    public void link(Link link) {}

    @WebsocketRpc("tasks.link")
    static void again() {}
}
