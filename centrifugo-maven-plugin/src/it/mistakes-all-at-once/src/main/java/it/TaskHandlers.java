package it;

import io.github.centrifugorpc.WebsocketRpc;
import java.util.Date;

public final class TaskHandlers {

    public record Link(Date at) {}

    @WebsocketRpc("tasks.link")
    public void link(Link link) {}

    @WebsocketRpc("tasks.link")
    static void again() {}
}
