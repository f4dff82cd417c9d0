package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    /** Grüße, 你好, 😀. */
    public record Straße(String größe, String naïve, String 名前) {}

    @WebsocketRpc("unicode.echo")
    public Straße echo(Straße value) {
        return value;
    }
}
