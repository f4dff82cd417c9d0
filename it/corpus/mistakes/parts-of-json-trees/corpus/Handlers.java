package corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;

public final class Handlers {

    public record Trees(TextNode text, ValueNode value, List<? extends JsonNode> wild) {}

    @WebsocketRpc("trees.take")
    public void take(Trees trees) {}

    @WebsocketRpc("trees.node")
    public void node(JsonNode node) {}
}
