package io.github.centrifugorpc.it.scenarios.wire;

import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects whose types each use chooses, handed back. */
public final class WireGenerics {

    public record Page<T>(List<T> items, Optional<T> first, int total) {}

    public record Pair<A, B>(A one, B other) {}

    public record Branch<T>(T value, List<Branch<T>> branches) {}

    @WebsocketRpc("wire.page_of_points")
    public Page<Point> pageOfPoints(Page<Point> params) {
        return params;
    }

    @WebsocketRpc("wire.page_of_strings")
    public Page<String> pageOfStrings(Page<String> params) {
        return params;
    }

    @WebsocketRpc("wire.page_of_pages")
    public Page<Page<Long>> pageOfPages(Page<Page<Long>> params) {
        return params;
    }

    @WebsocketRpc("wire.pair")
    public Pair<Level, Map<String, Pair<Integer, Boolean>>> pair(
            Pair<Level, Map<String, Pair<Integer, Boolean>>> params) {
        return params;
    }

    @WebsocketRpc("wire.branch")
    public Branch<Shape> branch(Branch<Shape> params) {
        return params;
    }
}
