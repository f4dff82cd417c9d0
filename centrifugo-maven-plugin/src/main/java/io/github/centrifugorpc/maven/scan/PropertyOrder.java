package io.github.centrifugorpc.maven.scan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The order in which Jackson writes: as {@code @JsonPropertyOrder} says, by index, those of the creator, then the rest. */
final class PropertyOrder {

    private static final String ANNOTATION = "com.fasterxml.jackson.annotation.JsonPropertyOrder";

    private final List<String> explicit;
    private final boolean isAlphabetic;

    PropertyOrder(Annotations ofClass) {
        explicit = ofClass.find(ANNOTATION)
                .map(mirror -> Annotations.texts(mirror, "value"))
                .orElse(List.of());
        isAlphabetic = ofClass.find(ANNOTATION)
                .filter(mirror -> Annotations.flag(mirror, "alphabetic"))
                .isPresent();
    }

    List<Accessors> sorted(Collection<Accessors> properties, Optional<Creator> creator, Direction direction) {
        Map<String, Accessors> left = isAlphabetic ? new TreeMap<>() : new LinkedHashMap<>();
        properties.forEach(property -> left.put(property.name(), property));
        Map<String, Accessors> sorted = new LinkedHashMap<>();
        for (String name : explicit) {
            Optional.ofNullable(left.get(name))
                    .or(() -> left.values().stream()
                            .filter(property -> property.javaName().equals(name))
                            .findFirst())
                    .ifPresent(property -> move(property, left, sorted));
        }
        Map<Integer, Accessors> byIndex = new TreeMap<>();
        List.copyOf(left.values())
                .forEach(property -> JacksonAnnotations.index(property.merged(direction))
                        .ifPresent(index -> {
                            byIndex.put(index, property);
                            left.remove(property.name());
                        }));
        byIndex.values().forEach(property -> sorted.put(property.name(), property));
        creator.map(found -> found.element().getParameters()).orElse(List.of()).stream()
                .flatMap(parameter -> List.copyOf(left.values()).stream()
                        .filter(property -> property.gathered().stream()
                                .anyMatch(accessor -> accessor.element().equals(parameter))))
                .sorted((first, second) -> isAlphabetic ? first.name().compareTo(second.name()) : 0)
                .forEach(property -> move(property, left, sorted));
        sorted.putAll(left);
        return List.copyOf(sorted.values());
    }

    private static void move(Accessors property, Map<String, Accessors> from, Map<String, Accessors> to) {
        from.remove(property.name());
        to.put(property.name(), property);
    }
}
