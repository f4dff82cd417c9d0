package corpus;

import io.github.centrifugorpc.DefaultValue;
import io.github.centrifugorpc.WebsocketRpc;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

public final class Handlers {

    public enum Status { OPEN, DONE }

    public record Task(String id) {}

    public record Defaults(
            @DefaultValue("yes") boolean flag,
            @DefaultValue("128") byte small,
            @DefaultValue("1.5") int count,
            @DefaultValue("9007199254740993") long big,
            @DefaultValue("NaN") double ratio,
            @DefaultValue("-0.0") double offset,
            @DefaultValue("-1e-50") float tiny,
            @DefaultValue("ab") char letter,
            @DefaultValue("a,b") String[] names,
            @DefaultValue("1,50") BigDecimal price,
            @DefaultValue("1-1-1-1-1") UUID id,
            @DefaultValue("2026-01-31") Instant at,
            @DefaultValue("31.01.2026") LocalDate day,
            @DefaultValue("5 minutes") Duration pause,
            @DefaultValue("open") Status status,
            @DefaultValue("{}") Task task,
            @DefaultValue("[]") List<String> list) {}

    @WebsocketRpc("defaults.take")
    public void take(Defaults defaults) {}
}
