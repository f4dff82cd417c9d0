package corpus;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.centrifugorpc.DefaultValue;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.Locale;
import java.util.Map;

public final class Handlers {

    /** By a field. */
    public enum Color {
        /** Like blood. */
        RED("red"),
        DARK_RED("dark" + "-red"),
        GREEN(Codes.GREEN);

        @JsonValue
        private final String code;

        Color(String code) {
            this.code = code;
        }
    }

    static final class Codes {
        static final String GREEN = "green";

        private Codes() {}
    }

    /** By a method, with the way back. */
    public enum Priority {
        LOW(1),
        HIGH(10),
        NONE;

        private final int level;

        Priority(int level) {
            this.level = level;
        }

        Priority() {
            this(-1);
        }

        @JsonValue
        public int getLevel() {
            return this.level;
        }

        @JsonCreator
        public static Priority of(int level) {
            return LOW;
        }
    }

    /** By its own name. */
    public enum Mode {
        READ_ONLY,
        READ_WRITE;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** By annotations. */
    public enum Level {
        @JsonProperty("lo")
        @JsonAlias({"low", "l"})
        LOW,
        @JsonProperty("hi")
        HIGH,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** By position. */
    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    public enum Weekday {
        MONDAY,
        TUESDAY,
        @JsonEnumDefaultValue
        HOLIDAY
    }

    /** Said as it is anyway. */
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    public enum Plain {
        A,
        B
    }

    public record All(
            Color color,
            @DefaultValue("HIGH") Priority priority,
            Mode mode,
            @DefaultValue("LOW") Level level,
            Weekday weekday,
            Plain plain,
            Map<Color, Integer> byColor,
            Map<Level, Integer> byLevel) {}

    @WebsocketRpc("enums.echo")
    public All echo(All all) {
        return all;
    }
}
