package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.maven.scan.Accessor.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What Jackson takes together as one property, and the steps by which it drops accessors until one is left: those of
 * Jackson's {@code POJOPropertyBuilder}.
 */
final class Accessors {

    private final String javaName;
    private final String name;
    private final List<Accessor> gathered = new ArrayList<>();
    private final Map<Kind, List<Accessor>> kept = new EnumMap<>(Kind.class);

    Accessors(String javaName) {
        this(javaName, javaName);
    }

    private Accessors(String javaName, String name) {
        this.javaName = javaName;
        this.name = name;
    }

    /** The name without annotations and naming strategies. */
    String javaName() {
        return javaName;
    }

    String name() {
        return name;
    }

    void add(Accessor accessor) {
        gathered.add(accessor);
        // Later ones come first, as Jackson has them.
        kept.merge(accessor.kind(), List.of(accessor), (known, added) -> joined(added, known));
    }

    void addAll(Accessors others) {
        gathered.addAll(others.gathered);
        others.kept.forEach((kind, accessors) -> kept.merge(kind, accessors, Accessors::joined));
    }

    Accessors renamed(String newName) {
        Accessors renamed = new Accessors(javaName, newName);
        renamed.addAll(this);
        return renamed;
    }

    List<Accessor> of(Kind kind) {
        return kept.getOrDefault(kind, List.of());
    }

    boolean has(Kind kind) {
        return !of(kind).isEmpty();
    }

    /** All that were ever gathered, in the order in which people look for a property. */
    List<Accessor> gathered() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> gathered.stream().filter(accessor -> accessor.kind() == kind))
                .toList();
    }

    boolean any(Predicate<Accessor> condition) {
        return all().anyMatch(condition);
    }

    boolean couldBeRead() {
        return has(Kind.PARAMETER)
                || has(Kind.SETTER)
                || of(Kind.FIELD).stream().anyMatch(Accessor::isVisible);
    }

    Set<String> explicitNames() {
        Set<String> names = new LinkedHashSet<>();
        all().filter(Accessor::isNamed).forEach(accessor -> accessor.name().ifPresent(names::add));
        return names;
    }

    void removeIgnored() {
        kept.replaceAll((kind, accessors) ->
                accessors.stream().filter(accessor -> !accessor.isIgnored()).toList());
    }

    void remove(Kind kind) {
        kept.remove(kind);
    }

    void removeInvisible(Kind kind) {
        kept.computeIfPresent(
                kind,
                (unused, accessors) ->
                        accessors.stream().filter(Accessor::isVisible).toList());
    }

    /** Keeps those with an annotation where there are any, else the visible ones. */
    void trim() {
        kept.replaceAll((kind, accessors) -> trimmed(accessors));
    }

    /** One property for each explicit name; empty where an accessor without one is left over. */
    Optional<Collection<Accessors>> exploded() {
        Map<String, Accessors> byName = new LinkedHashMap<>();
        for (Accessor accessor : (Iterable<Accessor>) all()::iterator) {
            if (accessor.isNamed()) {
                String explicit = accessor.name().orElseThrow();
                byName.computeIfAbsent(explicit, unused -> new Accessors(javaName, explicit))
                        .add(accessor);
            } else if (accessor.isVisible()) {
                return Optional.empty();
            }
        }
        return Optional.of(byName.values());
    }

    /** The annotations of what is kept: those of the accessor in use hide equal ones of the others. */
    Annotations merged(Direction direction) {
        List<Kind> order = direction == Direction.RESULT
                ? List.of(Kind.GETTER, Kind.FIELD, Kind.PARAMETER, Kind.SETTER)
                : List.of(Kind.PARAMETER, Kind.SETTER, Kind.FIELD, Kind.GETTER);
        return order.stream()
                .flatMap(kind -> of(kind).stream())
                .map(Accessor::annotations)
                .reduce(Annotations.NONE, Annotations::and);
    }

    private Stream<Accessor> all() {
        return Arrays.stream(Kind.values()).flatMap(kind -> of(kind).stream());
    }

    private static List<Accessor> trimmed(List<Accessor> accessors) {
        if (accessors.size() < 2) {
            return accessors;
        }
        Accessor first = accessors.get(0);
        List<Accessor> rest = trimmed(accessors.subList(1, accessors.size()));
        Accessor next = rest.get(0);
        boolean isEqual = first.name().isPresent() == next.name().isPresent()
                && (first.name().isPresent() || first.isVisible() == next.isVisible());
        if (!isEqual) {
            boolean isFirstBetter = first.name().isPresent() || (next.name().isEmpty() && first.isVisible());
            return isFirstBetter ? List.of(first) : rest;
        }
        return joined(List.of(first), rest);
    }

    private static List<Accessor> joined(List<Accessor> first, List<Accessor> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
