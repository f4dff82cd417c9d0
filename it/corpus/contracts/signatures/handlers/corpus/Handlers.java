package corpus;

import io.github.centrifugorpc.ConnectionContext;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

public final class Handlers {

    public record Task(String id) {}

    @WebsocketRpc("ping")
    public void nothing() {}

    @WebsocketRpc("context")
    public void context(ConnectionContext conn) {}

    @WebsocketRpc("params")
    public void params(Task task) {}

    @WebsocketRpc("both")
    public Task both(ConnectionContext conn, Task task) {
        return task;
    }

    @WebsocketRpc("boxed_void")
    public Void boxedVoid() {
        return null;
    }

    @WebsocketRpc("later")
    public CompletionStage<Task> later() {
        return null;
    }

    @WebsocketRpc("later_list")
    public CompletableFuture<List<Task>> laterList() {
        return null;
    }

    @WebsocketRpc("later_nothing")
    public CompletionStage<Void> laterNothing() {
        return null;
    }

    @WebsocketRpc("scalar")
    public long scalar() {
        return 1;
    }

    @WebsocketRpc("maybe")
    public Optional<Task> maybe() {
        return Optional.empty();
    }

    @WebsocketRpc("nullable")
    public @Nullable Task nullable() {
        return null;
    }

    @WebsocketRpc("later_nullable")
    public CompletionStage<@Nullable Task> laterNullable() {
        return null;
    }

    @WebsocketRpc("by_name")
    public Map<String, List<Task>> byName() {
        return Map.of();
    }

    @WebsocketRpc(value = "options.all", timeout = 5, nonBlocking = true, idempotent = true, anonymous = true)
    public void options() {}

    @WebsocketRpc(value = "options.no_reply", noReply = true)
    public Task noReply(Task task) {
        return task;
    }

    @WebsocketRpc(Names.CONSTANT)
    public void constant() {}

    interface Names {
        String CONSTANT = "named." + "by_constant";
    }
}
