package io.github.centrifugorpc.maven.scan;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The annotations on one type and on its parts: those that javac sees, and those that only the class file tells.
 *
 * @param byPath simple names by the path to the part, as class files spell it: {@code 0;} is the first type argument,
 *     {@code [} the element of an array
 */
record TypeMarks(Map<String, Set<String>> byPath) {

    /** Nothing beyond what javac sees. */
    static final TypeMarks NONE = new TypeMarks(Map.of());

    /** The annotations of a type as it is written. */
    static TypeMarks written(TypeMirror type) {
        Map<String, Set<String>> byPath = new HashMap<>();
        add(type, "", byPath);
        return new TypeMarks(byPath);
    }

    private static void add(TypeMirror type, String path, Map<String, Set<String>> byPath) {
        Set<String> names = type.getAnnotationMirrors().stream()
                .map(mirror -> Annotations.element(mirror).getSimpleName().toString())
                .collect(Collectors.toSet());
        if (!names.isEmpty()) {
            byPath.put(path, names);
        }
        if (type instanceof ArrayType array) {
            add(array.getComponentType(), path + "[", byPath);
        } else if (type instanceof DeclaredType declared) {
            int index = 0;
            for (TypeMirror argument : declared.getTypeArguments()) {
                add(argument, path + index + ";", byPath);
                index++;
            }
        }
    }

    /** Whether a type may be null, by an annotation on it. */
    boolean isNullable(TypeMirror part, String path) {
        return has("Nullable", part, path);
    }

    /** Whether a type may not be null, by an annotation on it. */
    boolean isNonNull(TypeMirror part, String path) {
        return Annotations.of(part).sayNonNull()
                || byPath.getOrDefault(path, Set.of()).stream().anyMatch(Set.of("NonNull", "NotNull")::contains);
    }

    /** The marks on a part, told from there. */
    TypeMarks inside(String path) {
        Map<String, Set<String>> inner = new HashMap<>();
        byPath.forEach((key, names) -> {
            if (key.startsWith(path)) {
                inner.put(key.substring(path.length()), names);
            }
        });
        return new TypeMarks(inner);
    }

    private boolean has(String simpleName, TypeMirror part, String path) {
        return Annotations.of(part).has(simpleName)
                || byPath.getOrDefault(path, Set.of()).contains(simpleName);
    }
}
