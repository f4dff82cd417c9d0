package io.github.centrifugorpc.it.scenarios.wire;

import io.github.centrifugorpc.WebsocketRpc;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/** One time at a time, handed back. */
public final class WireTimes {

    public record InstantValue(Instant value) {}

    public record OffsetDateTimeValue(OffsetDateTime value) {}

    public record ZonedDateTimeValue(ZonedDateTime value) {}

    public record LocalDateValue(LocalDate value) {}

    public record LocalTimeValue(LocalTime value) {}

    public record LocalDateTimeValue(LocalDateTime value) {}

    public record DurationValue(Duration value) {}

    @WebsocketRpc("wire.instant")
    public InstantValue instant(InstantValue params) {
        return params;
    }

    @WebsocketRpc("wire.offset_date_time")
    public OffsetDateTimeValue offsetDateTime(OffsetDateTimeValue params) {
        return params;
    }

    @WebsocketRpc("wire.zoned_date_time")
    public ZonedDateTimeValue zonedDateTime(ZonedDateTimeValue params) {
        return params;
    }

    @WebsocketRpc("wire.local_date")
    public LocalDateValue localDate(LocalDateValue params) {
        return params;
    }

    @WebsocketRpc("wire.local_time")
    public LocalTimeValue localTime(LocalTimeValue params) {
        return params;
    }

    @WebsocketRpc("wire.local_date_time")
    public LocalDateTimeValue localDateTime(LocalDateTimeValue params) {
        return params;
    }

    @WebsocketRpc("wire.duration")
    public DurationValue duration(DurationValue params) {
        return params;
    }
}
