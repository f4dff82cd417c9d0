package io.github.centrifugorpc.internal.json;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.UnionType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The contract's types by the Java classes behind them. */
final class JavaDeclarations {

    private final Map<String, ObjectType> objects;
    private final Map<String, UnionType> unions;
    private final Map<String, EnumType> enums;
    private final Map<String, ObjectType> objectsByName;

    JavaDeclarations(Collection<TypeDeclaration> types) {
        objects = byJavaName(types, ObjectType.class);
        unions = byJavaName(types, UnionType.class);
        enums = byJavaName(types, EnumType.class);
        objectsByName = objects.values().stream()
                .collect(toUnmodifiableMap(ObjectType::name, Function.identity(), (a, b) -> a));
    }

    private static <T extends TypeDeclaration> Map<String, T> byJavaName(
            Collection<TypeDeclaration> types, Class<T> kind) {
        return types.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .collect(toUnmodifiableMap(TypeDeclaration::javaName, Function.identity(), (a, b) -> a));
    }

    Optional<ObjectType> object(Class<?> type) {
        return Optional.ofNullable(objects.get(type.getName()));
    }

    Optional<UnionType> union(Class<?> type) {
        return Optional.ofNullable(unions.get(type.getName()));
    }

    /** Also for a constant with a body, whose class is not that of the enum. */
    Optional<EnumType> enumType(Class<?> type) {
        var known = Optional.ofNullable(enums.get(type.getName()));
        return known.isPresent() || type.getSuperclass() == null
                ? known
                : Optional.ofNullable(enums.get(type.getSuperclass().getName()));
    }

    /** The object with this name in the contract. */
    Optional<ObjectType> named(String name) {
        return Optional.ofNullable(objectsByName.get(name));
    }
}
