package io.github.centrifugorpc.it.scenarios.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.github.centrifugorpc.WebsocketRpc;
import java.net.URI;
import java.net.URL;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/** What travels as a text of its own form, handed back. */
public final class WireTexts {

    public record UriValue(URI value) {}

    public record UrlValue(URL value) {}

    public record LocaleValue(Locale value) {}

    public record CurrencyValue(Currency value) {}

    public record ZoneValue(ZoneId value) {}

    public record LongText(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long value) {}

    @WebsocketRpc("wire.uri")
    public UriValue uri(UriValue params) {
        return params;
    }

    @WebsocketRpc("wire.url")
    public UrlValue url(UrlValue params) {
        return params;
    }

    @WebsocketRpc("wire.locale")
    public LocaleValue locale(LocaleValue params) {
        return params;
    }

    @WebsocketRpc("wire.currency")
    public CurrencyValue currency(CurrencyValue params) {
        return params;
    }

    @WebsocketRpc("wire.zone_id")
    public ZoneValue zoneId(ZoneValue params) {
        return params;
    }

    @WebsocketRpc("wire.long_as_string")
    public LongText longAsString(LongText params) {
        return params;
    }
}
