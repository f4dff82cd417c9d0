package corpus;

import io.github.centrifugorpc.WebsocketRpc;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;

public final class Handlers {

    @WebsocketRpc("scalars.echo")
    public Scalars echo(Scalars scalars) {
        return scalars;
    }

    public record Scalars(
            boolean flag,
            byte tiny,
            short small,
            int number,
            long big,
            float single,
            double ratio,
            char letter,
            Boolean boxedFlag,
            Integer boxedNumber,
            Long boxedBig,
            Character boxedLetter,
            String text,
            UUID id,
            byte[] bytes,
            BigInteger huge,
            BigDecimal price,
            Instant at,
            OffsetDateTime offset,
            ZonedDateTime zoned,
            LocalDate date,
            LocalTime time,
            LocalDateTime dateTime,
            Duration duration) {}
}
