package corpus;

import io.github.centrifugorpc.WebsocketRpc;
import java.net.URI;
import java.net.URL;
import java.time.DayOfWeek;
import java.time.Period;
import java.time.Year;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.Queue;
import java.util.stream.Stream;

public final class Handlers {

    public record Links(URI uri, URL url, Locale locale, Currency currency, ZoneId zone) {}

    public record Times(Date date, Calendar calendar, Year year, DayOfWeek day, Period period) {}

    public record Others(Number number, CharSequence text, char[] letters, Stream<String> stream, Queue<String> queue) {}

    @WebsocketRpc("types.links")
    public void links(Links links) {}

    @WebsocketRpc("types.times")
    public Times times() {
        return null;
    }

    @WebsocketRpc("types.others")
    public Others others() {
        return null;
    }
}
