package corpus;

import io.github.centrifugorpc.WebsocketRpc;
import java.util.ArrayList;
import java.util.Iterator;

public final class Handlers {

    public static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1L;
    }

    public record Pair(String getKey, String getValue) implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return null;
        }
    }

    @WebsocketRpc("names.get")
    public Names get() {
        return null;
    }

    @WebsocketRpc("names.pair")
    public Pair pair() {
        return null;
    }
}
