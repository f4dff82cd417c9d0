package corpus;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonIdentityReference;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonMerge;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonAppend;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.centrifugorpc.WebsocketRpc;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

public final class Handlers {

    public static class Shouting extends PropertyNamingStrategies.NamingBase {
        @Override
        public String translate(String name) {
            return name + "!";
        }
    }

    @JsonNaming(Shouting.class)
    public record Naming(String userId) {}

    public record Point(int x, int y) {}

    public record Unwrapped(@JsonUnwrapped Point inner) {}

    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = String.class)
    public record Include(@JsonInclude(JsonInclude.Include.NON_DEFAULT) int id) {}

    public record Ignoring(@JsonIgnoreProperties("x") Point inner) {}

    public record Custom(
            @JsonSerialize(using = ToStringSerializer.class) Point written,
            @JsonDeserialize(using = FromStringDeserializer.class) Point read,
            @JsonDeserialize(as = ArrayList.class) List<String> asAnother) {}

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Format(
            @JsonFormat(shape = JsonFormat.Shape.STRING) int id,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long[] ids,
            @JsonFormat(pattern = "dd.MM.yyyy") LocalDate day,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER, timezone = "CET") Instant at,
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> tags) {}

    @JsonFilter("some")
    @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "id")
    @JsonAppend(attrs = @JsonAppend.Attr("version"))
    public record Whole(String id) {}

    public record Parts(
            @JsonRawValue String raw,
            @JsonIdentityReference(alwaysAsId = true) Whole whole,
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) Point typed) {}

    public static class Reading {
        @JacksonInject
        @JsonProperty
        private String injected;

        @JsonMerge
        public List<String> merged;

        @JsonSetter(nulls = Nulls.SKIP)
        public String kept = "";
    }

    public static class Delegating {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Delegating(Point point) {}
    }

    public static class Nameless {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public Nameless(@JsonProperty("first") String first, String second) {}
    }

    @JsonIgnoreProperties("name")
    public enum Level {
        LOW
    }

    public record All(
            Level level,
            Naming naming,
            Unwrapped unwrapped,
            Include include,
            Ignoring ignoring,
            Custom custom,
            Format format,
            Whole whole,
            Parts parts) {}

    @WebsocketRpc("all.echo")
    public All echo(All all) {
        return all;
    }

    @WebsocketRpc("reading.take")
    public void reading(Reading reading) {}

    @WebsocketRpc("delegating.take")
    public void delegating(Delegating delegating) {}

    @WebsocketRpc("nameless.take")
    public void nameless(Nameless nameless) {}
}
