package corpus;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
    public record Naming(String userId) {}

    public record Alias(@JsonAlias("userId") String user) {}

    public record Creator(String id) {
        @JsonCreator
        public static Creator of(String id) {
            return new Creator(id);
        }
    }

    public record Value(String id) {
        @JsonValue
        public String id() {
            return id;
        }
    }

    public record Format(@JsonFormat(shape = JsonFormat.Shape.STRING) long id) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    public record TypeInfo(String id) {}

    public record Unwrapped(@JsonUnwrapped Format inner) {}

    public record Include(@JsonInclude(JsonInclude.Include.NON_EMPTY) String id) {}

    public record Ignoring(@JsonIgnoreProperties("id") Format inner) {}

    public record Access(@JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String password) {}

    public record Custom(@JsonSerialize(using = ToStringSerializer.class) Format inner) {}

    public static class Any {
        public String id;

        @JsonAnySetter
        public void set(String name, String value) {}
    }

    public enum Status {
        @JsonEnumDefaultValue
        UNKNOWN
    }

    public record All(
            Naming naming,
            Alias alias,
            Creator creator,
            Value value,
            Format format,
            TypeInfo typeInfo,
            Unwrapped unwrapped,
            Include include,
            Ignoring ignoring,
            Access access,
            Custom custom,
            Any any,
            Status status) {}

    @WebsocketRpc("all.take")
    public void take(All all) {}
}
