package io.github.centrifugorpc.it.scenarios;

import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.WebsocketRpc;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Calls that tell the fault suite's ledger that they have begun, and end when it answers: it outlives this process. */
public final class FaultHandlers {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final @Nullable String ledger;

    /** Where the ledger listens, and null where no faults are played. */
    FaultHandlers(@Nullable String ledger) {
        this.ledger = ledger;
    }

    /** By what the ledger knows the call. */
    public record Step(String token) {}

    /** Which call was run, and for whom. */
    public record Done(String token, String userId) {}

    @WebsocketRpc(value = "faults.run", timeout = 120)
    public CompletionStage<Done> run(ConnectionContext conn, Step params) {
        return whenReleased(conn, params);
    }

    @WebsocketRpc(value = "faults.run_again", timeout = 120, idempotent = true)
    public CompletionStage<Done> runAgain(ConnectionContext conn, Step params) {
        return whenReleased(conn, params);
    }

    private CompletionStage<Done> whenReleased(ConnectionContext conn, Step params) {
        var done = tell("begun", params.token())
                .thenApply(released -> new Done(params.token(), conn.userId()));
        done.whenComplete((result, problem) -> {
            if (problem != null && conn.isCancelled()) {
                tell("cancelled", params.token());
            }
        });
        return done;
    }

    private CompletableFuture<HttpResponse<Void>> tell(String event, String token) {
        if (ledger == null) {
            throw new IllegalStateException("FAULT_LEDGER is not set: these calls are for the fault suite.");
        }
        var request = HttpRequest.newBuilder(URI.create(ledger + "/" + event))
                .POST(BodyPublishers.ofString(token))
                .build();
        return http.sendAsync(request, BodyHandlers.discarding());
    }
}
