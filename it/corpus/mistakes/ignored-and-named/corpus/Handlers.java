package corpus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public static class Login {
        @JsonProperty("secret")
        private String password;

        @JsonIgnore
        public String getPassword() {
            return password;
        }
    }

    public record Hidden(@JsonIgnore @JsonProperty("x") String id) {}

    @WebsocketRpc("login.take")
    public void take(Login login) {}

    @WebsocketRpc("login.hidden")
    public void hidden(Hidden hidden) {}
}
