package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.maven.check.ProblemId;
import io.github.centrifugorpc.maven.scan.Accessor.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * Finds the properties of a class in one direction, by the steps of Jackson's {@code POJOPropertiesCollector} in their
 * order: gather, drop what is ignored or invisible, rename, trim, sort.
 */
final class PropertyCollector {

    private final JavaModel model;
    private final AccessorCollector accessors;
    private final CreatorFinder creators;
    private final WireNames names;
    private final ProblemSink problems;

    PropertyCollector(
            JavaModel model,
            AccessorCollector accessors,
            CreatorFinder creators,
            WireNames names,
            ProblemSink problems) {
        this.model = model;
        this.accessors = accessors;
        this.creators = creators;
        this.names = names;
        this.problems = problems;
    }

    /**
     * All that was found.
     *
     * @param properties by their wire names, in Jackson's order
     * @param ignored names that are known and not read
     */
    record Collected(Collection<Accessors> properties, Set<String> ignored, CreatorFinder.Found creators) {}

    Collected collect(TypeElement type, Annotations ofClass, BeanNames beanNames, Direction direction) {
        Visibility visibility = new Visibility(ofClass);
        boolean isRecord = type.getKind() == ElementKind.RECORD;
        Map<String, Accessors> byName = accessors.collect(type, beanNames, visibility, direction);
        CreatorFinder.Found found = creators.find(type, byName, hasValue(type));
        if (found.ofProperties().size() > 1) {
            refuse(model.placeOf(type), "type " + type.getSimpleName(), "two creators that take properties");
        }
        found.chosen().ifPresent(creator -> accessors.addParameters(type, creator, byName));
        Set<String> ignored = new HashSet<>();
        removeIgnored(byName, isRecord, direction, ignored);
        if (direction == Direction.RESULT) {
            // Only a reader has to know what it passes over.
            ignored.clear();
        }
        byName.values().forEach(property -> removeInvisible(property, direction, ignored));
        renameExplicitly(type, byName, isRecord, ignored);
        renameBy(names.of(ofClass), byName, direction, ignored);
        byName.values().forEach(Accessors::trim);
        if (isRecord && direction == Direction.PARAMS) {
            byName.values().forEach(property -> property.remove(Kind.FIELD));
        }
        List<Accessors> sorted = new PropertyOrder(ofClass).sorted(byName.values(), found.chosen(), direction);
        return new Collected(sorted, ignored, found);
    }

    /** Whether one of its fields or methods says that the whole object travels as its value. */
    boolean hasValue(TypeElement type) {
        return accessors.fields(type).stream()
                        .anyMatch(field -> JacksonAnnotations.isOn(Annotations.of(field), "JsonValue"))
                || accessors.methods(type).stream()
                        .anyMatch(method -> JacksonAnnotations.isOn(method.annotations(), "JsonValue"));
    }

    private static void removeIgnored(
            Map<String, Accessors> byName, boolean isRecord, Direction direction, Set<String> ignored) {
        byName.values().removeIf(property -> !property.any(Accessor::isVisible));
        for (Accessors property : List.copyOf(byName.values())) {
            if (!property.any(Accessor::isIgnored)) {
                continue;
            }
            if (isRecord && direction == Direction.PARAMS) {
                // The constructor needs its value, which is then never taken from what arrives.
                property.removeIgnored();
                ignored.add(property.name());
            } else if (!property.any(accessor -> accessor.isExplicit() && !accessor.isIgnored())) {
                byName.remove(property.name());
                ignored.add(property.name());
            } else {
                property.removeIgnored();
                if (!property.couldBeRead()) {
                    if (direction == Direction.PARAMS) {
                        property.remove(Kind.FIELD);
                    }
                    ignored.add(property.name());
                }
            }
        }
    }

    private static void removeInvisible(Accessors property, Direction direction, Set<String> ignored) {
        switch (access(property, direction).orElse("")) {
            case "READ_ONLY" -> {
                if (direction == Direction.PARAMS) {
                    ignored.add(property.name());
                    ignored.addAll(property.explicitNames());
                    property.remove(Kind.FIELD);
                }
                property.remove(Kind.SETTER);
                property.remove(Kind.PARAMETER);
            }
            case "READ_WRITE" -> {}
            case "WRITE_ONLY" -> {
                property.remove(Kind.GETTER);
                if (direction == Direction.RESULT) {
                    property.remove(Kind.FIELD);
                }
            }
            default -> {
                property.removeInvisible(Kind.GETTER);
                if (!property.has(Kind.GETTER)) {
                    // A visible getter vouches for the private field and setter beside it.
                    property.removeInvisible(Kind.FIELD);
                    property.removeInvisible(Kind.SETTER);
                }
            }
        }
    }

    private static Optional<String> access(Accessors property, Direction direction) {
        List<Kind> order = direction == Direction.RESULT
                ? List.of(Kind.GETTER, Kind.FIELD, Kind.PARAMETER, Kind.SETTER)
                : List.of(Kind.PARAMETER, Kind.SETTER, Kind.FIELD, Kind.GETTER);
        return order.stream()
                .flatMap(kind -> property.of(kind).stream().limit(1))
                .flatMap(accessor -> JacksonAnnotations.access(accessor.annotations()).stream())
                .findFirst();
    }

    private void renameExplicitly(
            TypeElement type, Map<String, Accessors> byName, boolean isRecord, Set<String> ignored) {
        List<Accessors> renamed = new ArrayList<>();
        for (Accessors property : List.copyOf(byName.values())) {
            boolean isLeftAlone = ignored.contains(property.name())
                    && (isRecord || !property.any(accessor -> accessor.isExplicit() && !accessor.isIgnored()));
            Set<String> explicit = property.explicitNames();
            if (isLeftAlone || explicit.isEmpty()) {
                continue;
            }
            byName.remove(property.name());
            if (explicit.size() == 1) {
                renamed.add(property.renamed(explicit.iterator().next()));
            } else {
                property.exploded()
                        .ifPresentOrElse(
                                renamed::addAll,
                                () -> refuse(
                                        model.placeOf(property.gathered().get(0).element()),
                                        "member '" + property.javaName() + "' of " + type.getSimpleName(),
                                        "the names " + String.join(" and ", explicit)
                                                + " and an accessor without one"));
            }
        }
        for (Accessors property : renamed) {
            merge(byName, property);
            if (property.has(Kind.PARAMETER)) {
                ignored.remove(property.name());
            }
        }
    }

    private static void renameBy(
            UnaryOperator<String> strategy, Map<String, Accessors> byName, Direction direction, Set<String> ignored) {
        List<Accessors> before = List.copyOf(byName.values());
        byName.clear();
        for (Accessors property : before) {
            boolean isUsed = direction == Direction.PARAMS || property.has(Kind.GETTER) || property.has(Kind.FIELD);
            if (property.any(Accessor::isNamed) || !isUsed) {
                merge(byName, property);
                continue;
            }
            String renamed = strategy.apply(property.name());
            if (ignored.contains(property.name())) {
                ignored.add(renamed);
            }
            merge(byName, property.renamed(renamed));
        }
    }

    private static void merge(Map<String, Accessors> byName, Accessors property) {
        Accessors known = byName.putIfAbsent(property.name(), property);
        if (known != null) {
            known.addAll(property);
        }
    }

    private void refuse(Place place, String what, String reason) {
        problems.report(ProblemId.AMBIGUOUS_PROPERTY, place, Map.of("what", what, "reason", reason));
    }
}
