package io.github.centrifugorpc.it.scenarios.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any JSON, handed back. */
public final class WireAny {

    public record AnyValue(@Nullable Object value) {}

    public record Anything(Object value) {}

    public record Document(JsonNode value) {}

    public record AnyContainers(List<Object> list, Map<String, Object> map) {}

    @WebsocketRpc("wire.any")
    public Anything any(Anything params) {
        return params;
    }

    @WebsocketRpc("wire.any_or_absent")
    public AnyValue anyOrAbsent(AnyValue params) {
        return params;
    }

    @WebsocketRpc("wire.json_node")
    public Document jsonNode(Document params) {
        return params;
    }

    @WebsocketRpc("wire.any_containers")
    public AnyContainers anyContainers(AnyContainers params) {
        return params;
    }
}
