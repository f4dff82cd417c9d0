package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public static class Task {
        private final String id;

        public Task(String id) {
            this.id = id;
        }

        public String getId() {
            return id;
        }
    }

    @WebsocketRpc("tasks.put")
    public void put(Task task) {}

    @WebsocketRpc("tasks.size")
    public void size(int size) {}
}
