package corpus;

import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;

public final class Handlers {

    public record Page<T>(List<T> items) {}

    public record Tasks(List raw, List<?> wild, List<? extends Number> bounded, Page<String> page) {}

    @WebsocketRpc("tasks.page")
    public Page<String> page() {
        return null;
    }

    @WebsocketRpc("tasks.take")
    public void take(Tasks tasks) {}
}
