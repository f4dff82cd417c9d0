package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public interface Named {
        String name();
    }

    public abstract static class Base {
        public String id;
    }

    public class Inner {
        public String id;
    }

    public record Everything(Named named, Base base, Inner inner) {}

    @WebsocketRpc("types.take")
    public void take(Everything everything) {}
}
