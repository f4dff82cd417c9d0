package corpus;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.Map;

public final class Handlers {

    public static class Person {
        private String first;
        private int born;

        public String getFirst() {
            return first;
        }

        public void setFirst(String first) {
            this.first = first;
        }

        public String getGreeting() {
            return "Hello " + first;
        }

        public String getBorn() {
            return String.valueOf(born);
        }

        public void setBorn(int born) {
            this.born = born;
        }

        public void setPassword(String password) {}
    }

    public record Range(int from, int to) {
        public boolean isEmpty() {
            return from >= to;
        }
    }

    public record Login(
            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String password,
            @JsonProperty(access = JsonProperty.Access.READ_ONLY) String hint,
            String name) {}

    public static class Renamed {
        private String text;

        @JsonProperty("written")
        public String getText() {
            return text;
        }

        @JsonProperty("read")
        public void setText(String text) {
            this.text = text;
        }
    }

    public static class OneWay {
        public int known;

        @JsonAnyGetter
        public Map<String, String> further() {
            return Map.of();
        }
    }

    @WebsocketRpc("one_way.echo")
    public OneWay oneWay(OneWay oneWay) {
        return oneWay;
    }

    @WebsocketRpc("people.echo")
    public Person echo(Person person) {
        return person;
    }

    @WebsocketRpc("ranges.echo")
    public Range range(Range range) {
        return range;
    }

    @WebsocketRpc("logins.echo")
    public Login login(Login login) {
        return login;
    }

    @WebsocketRpc("renamed.echo")
    public Renamed renamed(Renamed renamed) {
        return renamed;
    }
}
