package corpus;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.centrifugorpc.DefaultValue;
import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public record Task(@JsonProperty(Names.ID) String id, @DefaultValue(Names.TITLE) String title) {}

    @WebsocketRpc(Names.CREATE)
    public void create(Task task) {}

    @WebsocketRpc("tasks.create")
    public void createToo(Task task) {}
}
