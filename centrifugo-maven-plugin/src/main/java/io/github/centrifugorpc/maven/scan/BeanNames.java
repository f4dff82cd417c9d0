package io.github.centrifugorpc.maven.scan;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * How Jackson gets the name of a property from the name of a method.
 *
 * @param setterPrefix empty text takes every method with one parameter
 * @param components of a record, whose accessors have no prefix
 */
record BeanNames(Optional<String> setterPrefix, Set<String> components) {

    private static final Set<String> BOOLEANS =
            Set.of("java.lang.Boolean", "java.util.concurrent.atomic.AtomicBoolean");
    private static final Set<String> REFERENCES =
            Set.of("java.util.Optional", "java.util.concurrent.atomic.AtomicReference");

    static BeanNames ofBean() {
        return new BeanNames(Optional.of("set"), Set.of());
    }

    static BeanNames ofRecord(Set<String> components) {
        return new BeanNames(Optional.empty(), components);
    }

    static BeanNames ofBuilder(String prefix) {
        return new BeanNames(Optional.of(prefix), Set.of());
    }

    Optional<String> getter(String method) {
        return components.contains(method) ? Optional.of(method) : after("get", method);
    }

    Optional<String> isGetter(String method, TypeMirror type) {
        return isBoolean(type) ? after("is", method) : Optional.empty();
    }

    Optional<String> setter(String method) {
        return setterPrefix.flatMap(prefix -> after(prefix, method));
    }

    /** {@code getURL} and {@code url} for the prefix {@code get}; empty where nothing follows the prefix. */
    private static Optional<String> after(String prefix, String method) {
        return method.startsWith(prefix) && method.length() > prefix.length()
                ? Optional.of(uncapitalized(method.substring(prefix.length())))
                : Optional.empty();
    }

    private static boolean isBoolean(TypeMirror type) {
        if (!(type instanceof DeclaredType declared)) {
            return type.getKind() == TypeKind.BOOLEAN;
        }
        String name = ((TypeElement) declared.asElement()).getQualifiedName().toString();
        return BOOLEANS.contains(name)
                || (REFERENCES.contains(name)
                        && !declared.getTypeArguments().isEmpty()
                        && isBoolean(declared.getTypeArguments().get(0)));
    }

    /** Jackson lowers the whole run of capitals: {@code URLName} becomes {@code urlname}. */
    private static String uncapitalized(String name) {
        StringBuilder lowered = new StringBuilder(name);
        for (int i = 0; i < name.length(); i++) {
            char upper = name.charAt(i);
            char lower = Character.toLowerCase(upper);
            if (upper == lower) {
                break;
            }
            lowered.setCharAt(i, lower);
        }
        return lowered.toString();
    }
}
