package io.github.centrifugorpc.it.scenarios.wire;

import io.github.centrifugorpc.DefaultValue;
import io.github.centrifugorpc.WebsocketRpc;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be left out, and what is then in its place. */
public final class WirePresence {

    public record Required(boolean flag, int number, String text, Level level, LocalDate date, Point point) {}

    public record Nullables(
            Optional<String> text,
            @Nullable Integer number,
            @Nullable Level level,
            @Nullable Point point,
            @Nullable List<Integer> list,
            OptionalInt anInt,
            OptionalLong aLong,
            OptionalDouble aDouble) {}

    public record Empties(List<Integer> list, Set<Integer> set, Map<String, Integer> map, int[] array) {}

    public record Defaults(
            @DefaultValue("true") boolean on,
            @DefaultValue("false") boolean off,
            @DefaultValue("0") int zero,
            @DefaultValue("-7") int number,
            @DefaultValue("9007199254740991") long large,
            @DefaultValue("0.1") double tenth,
            @DefaultValue("1.50") BigDecimal price,
            @DefaultValue("a \"b\" \\ \u00e9") String text,
            @DefaultValue("") String nothing,
            @DefaultValue("HIGH") Level level,
            @DefaultValue("2024-02-29") LocalDate date,
            @DefaultValue("PT36H") Duration span) {}

    /** A bean: what may be left out is known to its fields. */
    public static class Settings {
        private int retries = 3;
        private boolean active = true;
        private @Nullable String title = "untitled";
        private List<String> tags = List.of("new");

        public int getRetries() {
            return retries;
        }

        public void setRetries(int retries) {
            this.retries = retries;
        }

        public boolean isActive() {
            return active;
        }

        public void setActive(boolean active) {
            this.active = active;
        }

        public @Nullable String getTitle() {
            return title;
        }

        public void setTitle(@Nullable String title) {
            this.title = title;
        }

        public List<String> getTags() {
            return tags;
        }

        public void setTags(List<String> tags) {
            this.tags = tags;
        }
    }

    @WebsocketRpc("wire.required")
    public Required required(Required params) {
        return params;
    }

    @WebsocketRpc("wire.nullable")
    public Nullables nullable(Nullables params) {
        return params;
    }

    @WebsocketRpc("wire.empty")
    public Empties empty(Empties params) {
        return params;
    }

    @WebsocketRpc("wire.defaults")
    public Defaults defaults(Defaults params) {
        return params;
    }

    @WebsocketRpc("wire.bean")
    public Settings bean(Settings params) {
        return params;
    }
}
