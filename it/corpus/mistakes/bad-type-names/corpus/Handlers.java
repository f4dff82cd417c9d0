package corpus;

import io.github.centrifugorpc.WebsocketRpc;
import io.github.centrifugorpc.WireName;

public final class Handlers {

    @WireName("work-item")
    public record Task(String id) {}

    public record Note(String text) {}

    @WireName("Note")
    public record Remark(String text) {}

    public record Job(Task task, Note note, Remark remark) {}

    @WebsocketRpc("jobs.take")
    public void take(Job job) {}
}
