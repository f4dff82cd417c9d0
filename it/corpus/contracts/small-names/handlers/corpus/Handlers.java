package corpus;

import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import java.util.Optional;

/** Types that look like the members, methods and modules of the SDKs. */
public final class Handlers {

    public enum status { open, done }

    public record task(String title, status state) {}

    public record client(String id) {}

    public record models(List<client> clients) {}

    public record deprecated(String reason) {}

    public record annotations(String text) {}

    public record params(String text) {}

    public record codec(String name) {}

    public record Ptr(String name) {}

    public record Neighbours(Optional<status> status, Optional<task> task, 名 名) {}

    public record 名(Optional<名> 名) {}

    @WebsocketRpc("find")
    public task find(params params) {
        return new task("", status.open);
    }

    @Deprecated
    @WebsocketRpc("params")
    public client old(deprecated deprecated) {
        return new client("");
    }

    @WebsocketRpc("options")
    public models all(annotations annotations) {
        return new models(List.of());
    }

    @WebsocketRpc("ptr")
    public Ptr ptr(Neighbours neighbours) {
        return new Ptr("");
    }

    @WebsocketRpc("task")
    public List<task> tasks(task task) {
        return List.of(task);
    }

    @WebsocketRpc("codec")
    public codec codec() {
        return new codec("");
    }
}
