package corpus;

import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import java.util.Map;

public final class Handlers<H> {

    public record Page<T>(List<T> items) {}

    public record Index<K>(Map<K, String> entries) {}

    public record Tasks(
            List raw,
            Page rawPage,
            List<?> wild,
            List<? extends Number> bounded,
            Page<? super Integer> lower,
            Page<? extends Page<?>> nested,
            Index<String> index) {}

    @WebsocketRpc("tasks.page")
    public Page<?> page() {
        return null;
    }

    @WebsocketRpc("tasks.of_handler")
    public Page<H> ofHandler() {
        return null;
    }

    @WebsocketRpc("tasks.take")
    public void take(Tasks tasks) {}
}
