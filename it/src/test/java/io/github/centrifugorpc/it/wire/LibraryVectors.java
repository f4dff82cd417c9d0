package io.github.centrifugorpc.it.wire;

import io.github.centrifugorpc.it.raw.ProxyCalls;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random models of public libraries as the server writes them, which must be read and given back by everybody. */
public final class LibraryVectors {
    private static final List<String> MODELS = List.of("deployment", "http_event", "merge_request", "slack_user");
    private static final int OF_EACH = 50;

    /** With {@code -Dfuzz.seed} a run is repeated; each test's name tells its own. */
    private static final int SEED = Integer.getInteger("fuzz.seed", new Random().nextInt(1_000_000));

    private LibraryVectors() {}

    /** As many of each model, made by the scenario server. */
    public static List<WireVector> from(ProxyCalls server) throws IOException, InterruptedException {
        List<WireVector> vectors = new ArrayList<>();
        for (String model : MODELS) {
            for (int seed = SEED; seed < SEED + OF_EACH; seed++) {
                String answer = server.answer("library.random_" + model, "{\"value\":" + seed + "}");
                vectors.add(
                        WireVector.kept("library, seed " + seed, "library." + model, "T0", ProxyCalls.result(answer)));
            }
        }
        return vectors;
    }
}
