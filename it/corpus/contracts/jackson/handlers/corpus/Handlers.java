package corpus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.centrifugorpc.DefaultValue;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class Handlers {

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonPropertyOrder({"second", "first"})
    public record Named(
            @JsonProperty("1st") String first,
            @JsonProperty("second-one") Optional<String> second,
            @JsonProperty(required = true) List<String> third,
            @JsonIgnore String fourth,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String fifth) {

        @JsonIgnore
        public boolean isEmpty() {
            return first.isEmpty();
        }

        public String describe() {
            return first;
        }
    }

    public enum Level {
        @JsonProperty("low")
        LOW,
        HIGH
    }

    public record Result(Level level, @DefaultValue("low") Level fallback) {
        public boolean isHigh() {
            return level == Level.HIGH;
        }

        public int getScore() {
            return 1;
        }
    }

    @WebsocketRpc("named.echo")
    public Named echo(Named named) {
        return named;
    }

    @WebsocketRpc("level.get")
    public Result level() {
        return null;
    }
}
