package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.maven.scan.Accessors.Accessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Gathers the accessors of a class and of what it extends and implements. */
final class AccessorCollector {

    private final JavaModel model;
    private final Hierarchy hierarchy;

    AccessorCollector(JavaModel model, Hierarchy hierarchy) {
        this.model = model;
        this.hierarchy = hierarchy;
    }

    /** In the order of the fields, those of superclasses first, then of the methods. */
    Collection<Accessors> collect(TypeElement type) {
        Map<String, Accessors> byName = new LinkedHashMap<>();
        DeclaredType self = (DeclaredType) type.asType();
        addFields(self, hierarchy.superclassesFirst(type), byName);
        addMethods(type, hierarchy.withSupertypes(type), byName);
        return byName.values();
    }

    private void addFields(DeclaredType self, List<TypeElement> classes, Map<String, Accessors> byName) {
        Map<String, VariableElement> fields = new LinkedHashMap<>();
        for (TypeElement owner : classes) {
            ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
                    .filter(field -> field.getKind() == ElementKind.FIELD)
                    .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                    .filter(field -> !field.getModifiers().contains(Modifier.TRANSIENT))
                    .forEach(field -> fields.put(field.getSimpleName().toString(), field));
        }
        fields.forEach((name, field) -> accessors(byName, name)
                .addField(new Accessor(
                        field,
                        model.types().asMemberOf(self, field),
                        model.classFile(JavaModel.declaringType(field)).ofField(name),
                        Annotations.of(field),
                        0)));
    }

    private void addMethods(TypeElement type, List<TypeElement> owners, Map<String, Accessors> byName) {
        List<Method> methods = new ArrayList<>();
        for (TypeElement owner : owners) {
            for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
                if (!method.getModifiers().contains(Modifier.STATIC)
                        && method.getParameters().size() <= 1) {
                    addOrMerge(type, method, methods);
                }
            }
        }
        methods.forEach(method -> add((DeclaredType) type.asType(), method, byName));
    }

    /** What an overridden method is annotated with holds for the one that overrides it. */
    private void addOrMerge(TypeElement type, ExecutableElement method, List<Method> methods) {
        for (int i = 0; i < methods.size(); i++) {
            Method known = methods.get(i);
            if (isSame(type, known.element(), method)) {
                methods.set(i, new Method(known.element(), known.annotations().and(Annotations.of(method))));
                return;
            }
        }
        methods.add(new Method(method, Annotations.of(method)));
    }

    private boolean isSame(TypeElement type, ExecutableElement known, ExecutableElement method) {
        return known.getSimpleName().equals(method.getSimpleName())
                && (model.elements().overrides(known, method, type)
                        || model.signature(known).equals(model.signature(method)));
    }

    private void add(DeclaredType self, Method method, Map<String, Accessors> byName) {
        ExecutableType resolved = (ExecutableType) model.types().asMemberOf(self, method.element());
        String name = method.element().getSimpleName().toString();
        boolean isExplicit = JacksonAnnotations.isExplicit(method.annotations());
        ClassFileMarks marks = model.classFile(JavaModel.declaringType(method.element()));
        String signature = model.signature(method.element());
        if (method.element().getParameters().isEmpty()) {
            TypeMirror type = resolved.getReturnType();
            if (type.getKind() != TypeKind.VOID) {
                Optional<String> property =
                        getterName(name, type).or(() -> isExplicit ? Optional.of(name) : Optional.empty());
                property.ifPresent(found -> accessors(byName, found)
                        .addGetter(new Accessor(
                                method.element(), type, marks.ofReturn(signature), method.annotations(), rank(name))));
            }
            return;
        }
        Optional<String> property =
                BeanNames.after("set", name).or(() -> isExplicit ? Optional.of(name) : Optional.empty());
        property.ifPresent(found -> accessors(byName, found)
                .addSetter(new Accessor(
                        method.element(),
                        resolved.getParameterTypes().get(0),
                        marks.ofParameter(signature, 0),
                        method.annotations().and(Annotations.of(method.element().getParameters())),
                        0)));
    }

    private static Optional<String> getterName(String method, TypeMirror type) {
        Optional<String> got = BeanNames.after("get", method);
        return got.isPresent() || !isBoolean(type) ? got : BeanNames.after("is", method);
    }

    private static boolean isBoolean(TypeMirror type) {
        return type.getKind() == TypeKind.BOOLEAN
                || (type instanceof DeclaredType declared
                        && ((TypeElement) declared.asElement())
                                .getQualifiedName()
                                .contentEquals("java.lang.Boolean"));
    }

    private static int rank(String getter) {
        if (getter.startsWith("get")) {
            return 0;
        }
        return getter.startsWith("is") ? 1 : 2;
    }

    private static Accessors accessors(Map<String, Accessors> byName, String name) {
        return byName.computeIfAbsent(name, Accessors::new);
    }

    /** A method with the annotations of all that it overrides. */
    private record Method(ExecutableElement element, Annotations annotations) {}
}
