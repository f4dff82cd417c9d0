package corpus;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.centrifugorpc.WebsocketRpc;
import java.math.BigDecimal;

public final class Handlers {

    public enum Computed {
        A,
        B;

        @JsonValue
        public String code() {
            return System.getProperty(name());
        }
    }

    public enum OneOfThem {
        A("a"),
        B(String.join("-", "b", "c"));

        @JsonValue
        private final String code;

        OneOfThem(String code) {
            this.code = code;
        }
    }

    public enum Shortened {
        A;

        @JsonValue
        public String code() {
            return name().substring(1);
        }
    }

    public enum Overridden {
        A {
            @Override
            public String code() {
                return "x";
            }
        };

        @JsonValue
        public String code() {
            return "a";
        }
    }

    public enum Decimals {
        HALF;

        @JsonValue
        public BigDecimal share() {
            return null;
        }
    }

    @JsonFormat(shape = JsonFormat.Shape.OBJECT)
    public enum Opened {
        A
    }

    @JsonFormat(shape = JsonFormat.Shape.STRING, with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
    public enum Lenient {
        A
    }

    public enum Created {
        A;

        @JsonCreator
        public static Created of(String text) {
            return A;
        }
    }

    public record All(
            Computed computed,
            OneOfThem oneOfThem,
            Shortened byLocale,
            Overridden overridden,
            Decimals decimals,
            Opened opened,
            Lenient lenient,
            Created created) {}

    @WebsocketRpc("enums.take")
    public void take(All all) {}
}
