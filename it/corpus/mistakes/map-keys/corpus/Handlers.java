package corpus;

import io.github.centrifugorpc.WebsocketRpc;
import java.util.Locale;
import java.util.Map;

public final class Handlers {

    public record Key(String id) {}

    public record Maps(Map<Key, String> byRecord, Map<Double, String> byDouble, Map<Boolean, String> byBoolean,
            Map<Locale, String> byLocale, Map<Object, String> byAnything) {}

    @WebsocketRpc("maps.take")
    public void take(Maps maps) {}
}
