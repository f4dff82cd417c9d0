package shapes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records of every cut. */
public final class Records {

    public record Plain(int a, String userId, @Nullable String note, Optional<Integer> maybe) {}

    public record Empty() {}

    public record LikeGetters(int getA, boolean isB) {}

    public record Capitals(String URL, String aB, int X) {}

    public record WithIsAccessor(boolean active) {
        public boolean isActive() { return active; }
    }

    @OnlyWritten
    public record WithoutReading(int id) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static WithoutReading of(Map<String, Integer> map) { return new WithoutReading(1); }
    }

    public record SecondConstructor(int a, int b) {
        public SecondConstructor(int a) { this(a, 0); }
    }

    @ChangesValues
    public record CompactConstructor(String text) {
        public CompactConstructor {
            text = text == null ? "" : text.strip();
        }
    }

    public record FullConstructor(String text, int number) {
        public FullConstructor(String text, int number) {
            this.text = text;
            this.number = number;
        }
    }

    @ChangesValues
    public record ChosenConstructor(int a, int b) {
        @JsonCreator
        public ChosenConstructor(@JsonProperty("both") int both) { this(both, both); }
    }

    public record ChosenFactory(int a, int b) {
        @JsonCreator
        public static ChosenFactory of(@JsonProperty("a") int a, @JsonProperty("b") int b) {
            return new ChosenFactory(a, b);
        }
    }

    @JsonPropertyOrder({"second", "first"})
    public record Ordered(String first, String second) {}

    public record Annotated(
            @JsonProperty("1st") String first,
            @JsonProperty(value = "second-one", required = true) List<String> second,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String third,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String fourth) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record LeavesOutEmpty(String text, int number, List<String> list, Map<String, String> map, Integer boxed) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record AlwaysAll(@Nullable String text, Optional<String> maybe) {}

    public record LongsAsText(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Long boxed,
            @JsonFormat(shape = JsonFormat.Shape.STRING) List<Long> ids,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Map<String, Long> byName,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Set<Long> set,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<Long> maybe,
            long plain) {}

    public record HarmlessFormats(
            @JsonFormat(shape = JsonFormat.Shape.STRING) String text,
            @JsonFormat(pattern = "yyyy-MM-dd") java.time.LocalDate day,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER) int number,
            @JsonFormat(shape = JsonFormat.Shape.STRING) java.math.BigDecimal price) {}

    public record Lists(List<Integer> numbers, Set<String> names, Map<String, Plain> plains, String[] array) {}

    public record ExtraGetters(int from, int to) {
        public boolean isEmpty() { return from >= to; }
        public int getSize() { return to - from; }
        public int twice() { return 2; }
        public static int getStatic() { return 1; }
    }
}
