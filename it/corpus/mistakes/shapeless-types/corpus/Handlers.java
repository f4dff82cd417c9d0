package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public interface Named {
        String name();
    }

    public sealed interface Event permits Created, Deleted {}

    public record Created(String id) implements Event {}

    public record Deleted(String id) implements Event {}

    public abstract static class Base {
        public String id;
    }

    public class Inner {
        public String id;
    }

    public record Everything(Named named, Event event, Base base, Inner inner) {}

    @WebsocketRpc("types.take")
    public void take(Everything everything) {}
}
