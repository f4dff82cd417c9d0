package corpus;

import io.github.centrifugorpc.DefaultValue;
import io.github.centrifugorpc.WebsocketRpc;
import java.net.URI;
import java.net.URL;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

public final class Handlers {

    public record Places(
            URI uri,
            URL url,
            Locale locale,
            Currency currency,
            ZoneId zone,
            Optional<URI> maybe,
            List<Locale> locales,
            @DefaultValue("Europe/Berlin") ZoneId zoneOrBerlin,
            @DefaultValue("EUR") Currency currencyOrEuro) {}

    @WebsocketRpc("places.echo")
    public Places echo(Places places) {
        return places;
    }
}
