package corpus;

import io.github.centrifugorpc.DefaultValue;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

public final class Handlers {

    public record Longs(long primitive, Long boxed, List<Long> list, Map<Long, Long> byKey, OptionalLong optional, @DefaultValue("9223372036854775807") long max) {}

    @WebsocketRpc("longs.echo")
    public Longs echo(Longs longs) {
        return longs;
    }
}
