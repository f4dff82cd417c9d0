package corpus;

import io.github.centrifugorpc.DefaultValue;
import io.github.centrifugorpc.WebsocketRpc;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

public final class Handlers {

    public enum Status {
        OPEN,
        IN_PROGRESS
    }

    public record Defaults(
            @DefaultValue("true") boolean flag,
            @DefaultValue("-128") byte tiny,
            @DefaultValue("0") int number,
            @DefaultValue("50") int limit,
            @DefaultValue("9007199254740991") long big,
            @DefaultValue("0.5") double ratio,
            @DefaultValue("0.1") float single,
            @DefaultValue("x") char letter,
            @DefaultValue("") String text,
            @DefaultValue("a \"b\" \\ `c` $d") String quoted,
            @DefaultValue("7F4DF1B2-8C9E-4F5A-9A51-0B1F5F6F9A10") UUID id,
            @DefaultValue("123456789012345678901234567890") BigInteger huge,
            @DefaultValue("1.50") BigDecimal price,
            @DefaultValue("2026-01-31T09:30:00Z") Instant at,
            @DefaultValue("2026-01-31T09:30+01:00") OffsetDateTime offset,
            @DefaultValue("2026-01-31") LocalDate date,
            @DefaultValue("09:30") LocalTime time,
            @DefaultValue("2026-01-31T09:30") LocalDateTime dateTime,
            @DefaultValue("PT90S") Duration duration,
            @DefaultValue("IN_PROGRESS") Status status) {}

    @WebsocketRpc("defaults.echo")
    public Defaults echo(Defaults defaults) {
        return defaults;
    }
}
