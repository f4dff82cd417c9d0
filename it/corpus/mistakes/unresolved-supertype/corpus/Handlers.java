package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public static class Task extends Entity {
        public String name;
    }

    public static class Note extends Task {
        public String text;
    }

    @WebsocketRpc("tasks.get")
    public Note get() {
        return null;
    }

    @WebsocketRpc("tasks.put")
    public void put(TaskParams params) {}
}
