package io.github.centrifugorpc.internal.validate;

import static java.util.stream.Collectors.toMap;

import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.internal.wire.WirePath;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** From the properties of Java classes to what they are called on the wire. */
final class WireNames {

    private final Map<String, Map<String, String>> members = new HashMap<>();
    private final Map<String, Map<String, String>> constants = new HashMap<>();

    WireNames(Collection<TypeDeclaration> types) {
        for (var type : types) {
            if (type instanceof ObjectType object) {
                members.put(
                        object.javaName(),
                        object.members().stream().collect(toMap(Member::javaName, Member::name, (a, b) -> a)));
            } else if (type instanceof EnumType enumType) {
                constants.put(
                        enumType.javaName(),
                        enumType.values().stream()
                                .collect(toMap(EnumType.Value::javaName, EnumType.Value::name, (a, b) -> a)));
            }
        }
    }

    /** Where a violation of one object stands; the object itself where it is about no member of the wire. */
    String path(String beanPath, Class<?> bean, ConstraintViolation<?> violation) {
        var path = WirePath.from(beanPath);
        var names = members.getOrDefault(bean.getName(), Map.of());
        for (var node : violation.getPropertyPath()) {
            if (node.isInIterable() && node.getIndex() != null) {
                path.index(node.getIndex());
            } else if (node.isInIterable() && node.getKey() != null) {
                path.name(key(node.getKey()));
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                var name = names.get(node.getName());
                if (name == null) {
                    return path.toString();
                }
                path.name(name);
            }
        }
        return path.toString();
    }

    private String key(Object key) {
        return key instanceof Enum<?> constant
                ? constants
                        .getOrDefault(constant.getDeclaringClass().getName(), Map.of())
                        .getOrDefault(constant.name(), constant.name())
                : key.toString();
    }
}
