package corpus;

import io.github.centrifugorpc.WebsocketRpc;
import java.time.DayOfWeek;
import java.time.Period;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.Queue;
import java.util.TimeZone;
import java.util.stream.Stream;

public final class Handlers {

    public record Zones(TimeZone zone, ZoneOffset offset) {}

    public record Times(Date date, Calendar calendar, Year year, DayOfWeek day, Period period) {}

    public record Others(Number number, CharSequence text, char[] letters, Stream<String> stream, Queue<String> queue) {}

    @WebsocketRpc("types.zones")
    public void zones(Zones zones) {}

    @WebsocketRpc("types.times")
    public Times times() {
        return null;
    }

    @WebsocketRpc("types.others")
    public Others others() {
        return null;
    }
}
