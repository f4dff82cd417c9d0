package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public record User(String userId, String userURL, String user_name) {}

    @WebsocketRpc("users.echo")
    public User echo(User user) {
        return user;
    }
}
