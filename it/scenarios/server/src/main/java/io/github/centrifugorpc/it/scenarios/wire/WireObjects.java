package io.github.centrifugorpc.it.scenarios.wire;

import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Enums and objects, handed back. */
public final class WireObjects {

    public record LevelValue(Level value) {}

    public record Line(Point from, Point to) {}

    public record Tree(String name, @Nullable Tree left, Optional<Tree> right, List<Tree> more) {}

    @WebsocketRpc("wire.enum")
    public LevelValue anEnum(LevelValue params) {
        return params;
    }

    @WebsocketRpc("wire.object")
    public Point object(Point params) {
        return params;
    }

    @WebsocketRpc("wire.objects_in_objects")
    public Line objectsInObjects(Line params) {
        return params;
    }

    @WebsocketRpc("wire.tree")
    public Tree tree(Tree params) {
        return params;
    }
}
