package corpus;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public static class Task {
        @JsonProperty("name")
        public String title;

        private int size;

        @JsonProperty("label")
        public String getTitle() {
            return title;
        }

        public int getSize() {
            return size;
        }

        public void setSize(int size) {
            this.size = size;
        }

        public void setSize(String size) {}
    }

    @WebsocketRpc("tasks.put")
    public void put(Task task) {}
}
