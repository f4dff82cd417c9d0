package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.TypeRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The types that methods lead to, each with the directions it travels in; recursive types end here. */
final class Declarations {

    private final JavaModel model;
    private final Map<String, TypeElement> elements = new LinkedHashMap<>();
    private final Map<String, Set<Direction>> directions = new LinkedHashMap<>();
    private final Deque<Travel> unread = new ArrayDeque<>();

    Declarations(JavaModel model) {
        this.model = model;
    }

    /** One type in one direction. */
    record Travel(TypeElement type, Direction direction) {}

    /** Notes the use of a type; it stands for itself by its binary name until names are given. */
    TypeRef refer(TypeElement type, List<TypeRef> arguments, Direction direction) {
        String name = model.binaryName(type);
        elements.put(name, type);
        if (directions
                .computeIfAbsent(name, unused -> EnumSet.noneOf(Direction.class))
                .add(direction)) {
            unread.add(new Travel(type, direction));
        }
        return new TypeRef.Named(name, arguments);
    }

    /** Whether an element is one of the types that methods lead to. */
    boolean has(@Nullable Element element) {
        return element instanceof TypeElement type && elements.containsKey(model.binaryName(type));
    }

    boolean isEnum(TypeRef type) {
        return type instanceof TypeRef.Named named
                && Optional.ofNullable(elements.get(named.name()))
                        .filter(element -> element.getKind() == ElementKind.ENUM)
                        .isPresent();
    }

    /** What was referred to and not read yet. */
    Optional<Travel> next() {
        return Optional.ofNullable(unread.poll());
    }

    Map<String, TypeElement> elements() {
        return elements;
    }
}
