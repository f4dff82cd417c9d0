package io.github.centrifugorpc.maven.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What a class extends and implements. */
final class Hierarchy {

    private static final Set<String> ROOTS = Set.of("java.lang.Object", "java.lang.Record", "java.lang.Enum");

    /** The class itself, its superclasses, then all interfaces; what belongs to the JDK is left out. */
    List<TypeElement> withSupertypes(TypeElement type) {
        Set<TypeElement> found = new LinkedHashSet<>(classes(type));
        for (TypeElement owner : classes(type)) {
            addInterfaces(owner, found);
        }
        return List.copyOf(found);
    }

    /**
     * The class itself and all above it, in the order in which Jackson looks for annotations: of each its interfaces, then
     * its superclass. {@code Object} and its likes are left out.
     */
    List<TypeElement> inJacksonsOrder(TypeElement type) {
        Set<TypeElement> found = new LinkedHashSet<>();
        addInJacksonsOrder(type, found);
        return List.copyOf(found);
    }

    private static void addInJacksonsOrder(TypeElement type, Set<TypeElement> found) {
        if (ROOTS.contains(type.getQualifiedName().toString()) || !found.add(type)) {
            return;
        }
        for (TypeMirror above : type.getInterfaces()) {
            if (above instanceof DeclaredType declared && above.getKind() != TypeKind.ERROR) {
                addInJacksonsOrder((TypeElement) declared.asElement(), found);
            }
        }
        if (type.getSuperclass() instanceof DeclaredType declared && declared.getKind() != TypeKind.ERROR) {
            addInJacksonsOrder((TypeElement) declared.asElement(), found);
        }
    }

    List<TypeElement> superclassesFirst(TypeElement type) {
        List<TypeElement> classes = new ArrayList<>(classes(type));
        Collections.reverse(classes);
        return classes;
    }

    /** The supertypes of a class that javac could not find, wherever they stand above it. */
    List<TypeMirror> unresolved(TypeElement type) {
        return withSupertypes(type).stream()
                .flatMap(owner -> Stream.concat(Stream.of(owner.getSuperclass()), owner.getInterfaces().stream()))
                .filter(supertype -> supertype.getKind() == TypeKind.ERROR)
                .map(TypeMirror.class::cast)
                .toList();
    }

    private static List<TypeElement> classes(TypeElement type) {
        List<TypeElement> classes = new ArrayList<>();
        TypeElement current = type;
        while (!isOfTheJdk(current)) {
            classes.add(current);
            if (!(current.getSuperclass() instanceof DeclaredType above) || above.getKind() == TypeKind.ERROR) {
                break;
            }
            current = (TypeElement) above.asElement();
        }
        return classes;
    }

    private static void addInterfaces(TypeElement type, Set<TypeElement> found) {
        for (TypeMirror declared : type.getInterfaces()) {
            if (declared.getKind() != TypeKind.ERROR) {
                TypeElement above = (TypeElement) ((DeclaredType) declared).asElement();
                if (!isOfTheJdk(above) && found.add(above)) {
                    addInterfaces(above, found);
                }
            }
        }
    }

    private static boolean isOfTheJdk(TypeElement type) {
        return type.getQualifiedName().toString().startsWith("java.");
    }
}
