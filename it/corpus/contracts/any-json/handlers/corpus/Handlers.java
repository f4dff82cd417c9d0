package corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class Handlers {

    /**
     * Whatever is JSON.
     *
     * @param value required, and null is a value
     * @param maybe may be left out
     */
    public record Anything(
            Object value,
            @Nullable Object maybe,
            Optional<JsonNode> optional,
            JsonNode node,
            ObjectNode object,
            ArrayNode array,
            Map<String, Object> map,
            List<Object> list,
            Map<String, List<JsonNode>> deep) {}

    public static class Loose {
        public Object value;
        public Map<String, Object> attributes;
    }

    public record Labelled<T>(String label, T value) {}

    @WebsocketRpc("any.echo")
    public Anything echo(Anything anything) {
        return anything;
    }

    @WebsocketRpc("any.loose")
    public Loose loose(Loose loose) {
        return loose;
    }

    @WebsocketRpc("any.value")
    public Object value() {
        return null;
    }

    @WebsocketRpc("any.object")
    public ObjectNode object() {
        return null;
    }

    @WebsocketRpc("any.labelled")
    public Labelled<Object> labelled() {
        return null;
    }
}
