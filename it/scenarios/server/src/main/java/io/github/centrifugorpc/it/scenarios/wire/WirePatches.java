package io.github.centrifugorpc.it.scenarios.wire;

import io.github.centrifugorpc.Patch;
import io.github.centrifugorpc.WebsocketRpc;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Changes that keep absent, null and a value apart, handed back. */
public final class WirePatches {

    public record Changes(
            Patch<Boolean> flag,
            Patch<Integer> number,
            Patch<String> text,
            Patch<BigDecimal> price,
            Patch<LocalDate> date,
            Patch<Level> level,
            Patch<Point> point,
            Patch<List<Integer>> list) {}

    @WebsocketRpc("wire.patch")
    public Changes patch(Changes params) {
        return params;
    }
}
