package io.github.centrifugorpc;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change to one value of something that exists: leave it alone, clear it, or set it. As a member of params it keeps
 * apart what a caller left out and what a caller set to null.
 *
 * <pre>{@code
 * record UpdateTaskParams(String id, Patch<String> note) {}
 *
 * task = task.withNote(params.note().applyTo(task.note()));
 * }</pre>
 *
 * @param <T> the type of the value
 */
public sealed interface Patch<T> {

    /** Leaves the value alone; absent on the wire. */
    record Unchanged<T>() implements Patch<T> {}

    /** Takes the value away; null on the wire. */
    record Clear<T>() implements Patch<T> {}

    /** Replaces the value. */
    record Set<T>(T value) implements Patch<T> {
        public Set {
            Objects.requireNonNull(value, "value");
        }
    }

    static <T> Patch<T> unchanged() {
        return new Unchanged<>();
    }

    static <T> Patch<T> clear() {
        return new Clear<>();
    }

    static <T> Patch<T> set(T value) {
        return new Set<>(value);
    }

    /** The value after the change; null where it is cleared, or was null and is left alone. */
    default @Nullable T applyTo(@Nullable T current) {
        if (this instanceof Set<T> set) {
            return set.value();
        }
        return this instanceof Clear<T> ? null : current;
    }
}
