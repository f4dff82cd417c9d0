package io.github.centrifugorpc.it.scenarios;

import io.github.centrifugorpc.DefaultValue;
import io.github.centrifugorpc.WebsocketRpc;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers what it was asked: every type, both ways. */
public final class EchoHandlers {

    /**
     * Whole and fractional numbers.
     *
     * @param aByte one byte
     * @param bigDecimal keeps its scale: {@code 1.50} is not {@code 1.5}
     */
    public record Numbers(
            byte aByte,
            short aShort,
            int anInt,
            long aLong,
            float aFloat,
            double aDouble,
            BigInteger bigInteger,
            BigDecimal bigDecimal) {}

    /** Text and bytes. */
    public record Texts(boolean flag, String text, char letter, UUID id, byte[] bytes) {}

    /** Points in time and spans of it. */
    public record Times(
            Instant instant,
            OffsetDateTime offset,
            ZonedDateTime zoned,
            LocalDate date,
            LocalTime time,
            LocalDateTime dateTime,
            Duration duration) {}

    /** How urgent something is. */
    public enum Priority {
        /** Can wait. */
        LOW,
        HIGH
    }

    /** Arrays and maps, of scalars and of objects. */
    public record Collections(
            List<String> list,
            Set<Integer> set,
            int[] array,
            List<List<Priority>> nested,
            Map<String, Long> byText,
            Map<Priority, Node> byEnum,
            Map<UUID, Boolean> byId,
            Map<Integer, String> byInt,
            Map<LocalDate, List<BigDecimal>> byDate) {}

    /** A tree. */
    public record Node(String name, Priority priority, @Nullable Node parent, List<Node> children) {}

    /** Everything that may be left out. */
    public record Presence(
            String given,
            Optional<String> text,
            OptionalInt anInt,
            OptionalLong aLong,
            OptionalDouble aDouble,
            @Nullable Instant instant,
            @Nullable List<String> list,
            List<@Nullable String> holes,
            @DefaultValue("false") boolean off,
            @DefaultValue("7") int seven,
            @DefaultValue("HIGH") Priority priority,
            @DefaultValue("1.50") BigDecimal price,
            @DefaultValue("fine \"quoted\"") String mood) {}

    /** A bean by Jackson's default rules. */
    public static class Bean {
        private String title;
        private int count;
        private boolean active;
        private List<String> tags;

        public String getTitle() {
            return title;
        }

        public void setTitle(String title) {
            this.title = title;
        }

        public int getCount() {
            return count;
        }

        public void setCount(int count) {
            this.count = count;
        }

        public boolean isActive() {
            return active;
        }

        public void setActive(boolean active) {
            this.active = active;
        }

        public List<String> getTags() {
            return tags;
        }

        public void setTags(List<String> tags) {
            this.tags = tags;
        }
    }

    @WebsocketRpc("echo.numbers")
    public Numbers numbers(Numbers params) {
        return params;
    }

    @WebsocketRpc(value = "echo.texts", nonBlocking = true)
    public Texts texts(Texts params) {
        return params;
    }

    @WebsocketRpc("echo.times")
    public Times times(Times params) {
        return params;
    }

    @WebsocketRpc("echo.collections")
    public Collections collections(Collections params) {
        return params;
    }

    @WebsocketRpc("echo.node")
    public Node node(Node params) {
        return params;
    }

    @WebsocketRpc("echo.presence")
    public Presence presence(Presence params) {
        return params;
    }

    @WebsocketRpc("echo.bean")
    public Bean bean(Bean params) {
        return params;
    }

    /**
     * The numbers as a list, which may be null.
     *
     * @deprecated use {@code echo.numbers}
     */
    @Deprecated
    @WebsocketRpc("echo.numbers_or_null")
    public @Nullable List<Numbers> numbersOrNull(Presence params) {
        return params.off() ? List.of() : null;
    }
}
