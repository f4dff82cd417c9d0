package io.github.centrifugorpc.maven.scan;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** The fields and methods that Jackson takes together as one property, before it decides which to keep. */
final class Accessors {

    private final String name;
    private final List<Accessor> fields = new ArrayList<>();
    private final List<Accessor> getters = new ArrayList<>();
    private final List<Accessor> setters = new ArrayList<>();

    Accessors(String name) {
        this.name = name;
    }

    /**
     * One field or method.
     *
     * @param annotations its own and those of what it overrides
     * @param rank of two getters the one with the lower rank is kept
     */
    record Accessor(Element element, TypeMirror type, TypeMarks marks, Annotations annotations, int rank) {

        boolean isVisible() {
            return element.getModifiers().contains(Modifier.PUBLIC) || JacksonAnnotations.isExplicit(annotations);
        }

        boolean saysNullable() {
            return annotations.sayNullable() || marks.isNullable(type, "");
        }

        boolean saysNonNull() {
            return annotations.sayNonNull() || marks.isNonNull(type, "");
        }
    }

    String name() {
        return name;
    }

    void addField(Accessor field) {
        fields.add(field);
    }

    void addGetter(Accessor getter) {
        getters.add(getter);
    }

    void addSetter(Accessor setter) {
        setters.add(setter);
    }

    void addAll(Accessors others) {
        fields.addAll(others.fields);
        getters.addAll(others.getters);
        setters.addAll(others.setters);
    }

    Annotations annotations() {
        return new Annotations(all().stream()
                .flatMap(accessor -> accessor.annotations().mirrors().stream())
                .toList());
    }

    /** All of them, in the order in which people look for a property: field, getter, setter. */
    List<Accessor> all() {
        List<Accessor> all = new ArrayList<>(fields);
        all.addAll(getters);
        all.addAll(setters);
        return all;
    }

    List<Accessor> setters() {
        return setters;
    }

    /** What Jackson writes the property from. */
    Optional<Accessor> writer() {
        Optional<Accessor> getter = visibleGetter();
        return getter.isPresent() ? getter : visibleField();
    }

    /** What Jackson reads the property into; a private field only where a visible getter vouches for it. */
    Optional<Accessor> reader() {
        if (!setters.isEmpty()) {
            return Optional.of(setters.get(0));
        }
        return visibleGetter().isPresent() ? fields.stream().findFirst() : visibleField();
    }

    Optional<Accessor> visibleGetter() {
        return getters.stream().filter(getter -> getter.isVisible()).min(comparingInt(Accessor::rank));
    }

    private Optional<Accessor> visibleField() {
        return fields.stream().filter(field -> field.isVisible()).findFirst();
    }
}
