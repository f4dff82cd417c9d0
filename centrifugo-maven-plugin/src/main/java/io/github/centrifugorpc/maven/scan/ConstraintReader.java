package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Constraint;
import io.github.centrifugorpc.maven.scan.Accessor.Kind;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The constraints of properties, and of what their lists, sets and maps hold. Validation looks at fields and getters. */
final class ConstraintReader {

    private final JavaModel model;

    ConstraintReader(JavaModel model) {
        this.model = model;
    }

    List<Constraint> of(Property property) {
        List<Constraint> found = new ArrayList<>();
        property.accessors().stream()
                .filter(accessor -> accessor.kind() == Kind.FIELD || accessor.kind() == Kind.GETTER)
                .forEach(accessor -> {
                    found.addAll(BeanValidation.of(accessor.annotations().mirrors().stream()));
                    found.addAll(ofParts(accessor.type()));
                });
        return found.stream().distinct().toList();
    }

    private List<Constraint> ofParts(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return each(array.getComponentType());
        }
        if (!(type instanceof DeclaredType declared)
                || declared.getTypeArguments().isEmpty()) {
            return List.of();
        }
        List<? extends TypeMirror> arguments = declared.getTypeArguments();
        TypeMirror held = arguments.get(arguments.size() - 1);
        if (model.isA(type, "java.util.Optional")) {
            return ofValue(held);
        }
        // A map holds its values by its last argument, as a list holds its elements.
        return model.isA(type, "java.util.Map") || model.isA(type, "java.lang.Iterable") ? each(held) : List.of();
    }

    private List<Constraint> each(TypeMirror part) {
        List<Constraint> constraints = ofValue(part);
        return constraints.isEmpty() ? List.of() : List.of(new Constraint.Each(constraints));
    }

    private List<Constraint> ofValue(TypeMirror part) {
        List<Constraint> constraints = new ArrayList<>(BeanValidation.of(part.getAnnotationMirrors().stream()));
        constraints.addAll(ofParts(part));
        return constraints;
    }
}
