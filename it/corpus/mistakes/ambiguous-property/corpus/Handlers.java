package corpus;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public static class Task {
        @JsonProperty("name")
        public String title;

        private Integer size;

        @JsonProperty("label")
        public String getTitle() {
            return title;
        }

        public void setTitle(String title) {
            this.title = title;
        }

        public Integer getSize() {
            return size;
        }

        public void setSize(Integer size) {
            this.size = size;
        }

        public void setSize(Long size) {}

        public String getURL() {
            return "";
        }

        public String getUrl() {
            return "";
        }
    }

    public static class Note {

        @JsonCreator
        public Note(@JsonProperty("text") String text) {}

        @JsonCreator
        public Note(@JsonProperty("text") String text, @JsonProperty("size") int size) {}
    }

    @WebsocketRpc("tasks.put")
    public void put(Task task) {}

    @WebsocketRpc("tasks.get")
    public Task get() {
        return null;
    }

    @WebsocketRpc("notes.put")
    public void put(Note note) {}
}
