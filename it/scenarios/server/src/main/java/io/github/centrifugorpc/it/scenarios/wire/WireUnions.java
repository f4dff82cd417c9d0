package io.github.centrifugorpc.it.scenarios.wire;

import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of several objects, handed back. */
public final class WireUnions {

    public record ShapeValue(Shape value) {}

    public record Shapes(List<Shape> list, Map<String, Shape> map, Optional<Shape> maybe) {}

    public record CircleValue(Shape.Circle value) {}

    public record AnimalValue(Animal value) {}

    @WebsocketRpc("wire.union")
    public ShapeValue union(ShapeValue params) {
        return params;
    }

    @WebsocketRpc("wire.union_as_params")
    public Shape unionAsParams(Shape params) {
        return params;
    }

    @WebsocketRpc("wire.unions")
    public Shapes unions(Shapes params) {
        return params;
    }

    @WebsocketRpc("wire.variant_alone")
    public CircleValue variantAlone(CircleValue params) {
        return params;
    }

    @WebsocketRpc("wire.union_with_fallback")
    public AnimalValue unionWithFallback(AnimalValue params) {
        return params;
    }
}
