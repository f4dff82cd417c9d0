package io.github.centrifugorpc.it.scenarios.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import java.util.Map;

/** Enums that travel as something else than their names, handed back. */
public final class WireEnums {

    /** Travels as a number of its own. */
    public enum Grade {
        BAD(-1),
        FAIR(1),
        GOOD(10);

        private final int points;

        Grade(int points) {
            this.points = points;
        }

        @JsonValue
        public int points() {
            return points;
        }
    }

    /** Travels as its place. */
    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    public enum Place {
        FIRST,
        SECOND
    }

    /** Travels as a text of its own. */
    public enum Colour {
        @JsonProperty("light-red")
        @JsonAlias({"pink", "rose"})
        LIGHT_RED,
        @JsonProperty("")
        NONE
    }

    /** Has a constant for what it does not know. */
    public enum Source {
        WEB,
        @JsonEnumDefaultValue
        OTHER
    }

    public record GradeValue(Grade value) {}

    public record Grades(List<Grade> list, Map<Grade, Integer> map) {}

    public record PlaceValue(Place value) {}

    public record ColourValue(Colour value) {}

    public record SourceValue(Source value) {}

    @WebsocketRpc("wire.enum_of_ints")
    public GradeValue enumOfInts(GradeValue params) {
        return params;
    }

    @WebsocketRpc("wire.enums_of_ints")
    public Grades enumsOfInts(Grades params) {
        return params;
    }

    @WebsocketRpc("wire.enum_by_ordinal")
    public PlaceValue enumByOrdinal(PlaceValue params) {
        return params;
    }

    @WebsocketRpc("wire.enum_with_names")
    public ColourValue enumWithNames(ColourValue params) {
        return params;
    }

    @WebsocketRpc("wire.enum_with_fallback")
    public SourceValue enumWithFallback(SourceValue params) {
        return params;
    }
}
