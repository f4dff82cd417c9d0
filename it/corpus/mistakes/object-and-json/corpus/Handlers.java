package corpus;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.Map;

public final class Handlers {

    public record Anything(Object value, JsonNode json, Map<String, Object> map) {}

    @WebsocketRpc("any.take")
    public void take(Anything anything) {}
}
