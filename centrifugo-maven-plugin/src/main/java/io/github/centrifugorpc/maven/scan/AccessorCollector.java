package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.maven.scan.Accessor.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
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

/** Gathers the fields, methods and parameters of a class and of what is above it into properties, by their implied names. */
final class AccessorCollector {

    private final JavaModel model;
    private final Hierarchy hierarchy;
    private final RecordAnnotations ofRecords;

    AccessorCollector(JavaModel model, Hierarchy hierarchy) {
        this.model = model;
        this.hierarchy = hierarchy;
        this.ofRecords = new RecordAnnotations(model);
    }

    /** Fields first, those of superclasses before others, then methods. */
    Map<String, Accessors> collect(TypeElement type, BeanNames names, Visibility visibility, Direction direction) {
        Map<String, Accessors> byName = new LinkedHashMap<>();
        addFields(type, visibility, direction, byName);
        for (Method method : methods(type)) {
            if (method.element().getParameters().isEmpty()) {
                addGetter(type, method, names, visibility, byName);
            } else if (method.element().getParameters().size() == 1) {
                addSetter(type, method, names, visibility, byName);
            }
        }
        return byName;
    }

    /** The parameters of a creator join the properties of their names. */
    void addParameters(TypeElement type, Creator creator, Map<String, Accessors> byName) {
        ExecutableElement element = creator.element();
        List<? extends TypeMirror> types = element.getKind() == ElementKind.CONSTRUCTOR
                ? ((ExecutableType) model.types().asMemberOf((DeclaredType) type.asType(), element)).getParameterTypes()
                : element.getParameters().stream().map(Element::asType).toList();
        ClassFileMarks marks = model.classFile(type);
        String signature = model.signature(element);
        for (int i = 0; i < types.size(); i++) {
            Creator.Parameter parameter = creator.parameters().get(i);
            Optional<String> name = parameter.explicitName().or(parameter::impliedName);
            if (name.isPresent()) {
                accessors(byName, parameter.impliedName().orElse(name.get()))
                        .add(new Accessor(
                                Kind.PARAMETER,
                                element.getParameters().get(i),
                                types.get(i),
                                marks.ofParameter(signature, i),
                                parameter.annotations(),
                                name,
                                parameter.explicitName().isPresent(),
                                true,
                                false));
            }
        }
    }

    /** Those with at most two parameters, each with the annotations of what it overrides. */
    List<Method> methods(TypeElement type) {
        Map<String, Method> methods = new LinkedHashMap<>();
        for (TypeElement owner : hierarchy.inJacksonsOrder(type)) {
            for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
                if (!method.getModifiers().contains(Modifier.STATIC)
                        && method.getParameters().size() <= 2) {
                    methods.merge(key(method), new Method(method, ofRecords.of(method)), Method::mergedWith);
                }
            }
        }
        return List.copyOf(methods.values());
    }

    /** The fields of a class and its superclasses; one that hides another takes its place. */
    List<VariableElement> fields(TypeElement type) {
        Map<String, VariableElement> fields = new LinkedHashMap<>();
        for (TypeElement owner : hierarchy.superclassesFirst(type)) {
            ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
                    .filter(field -> field.getKind() == ElementKind.FIELD)
                    .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                    .forEach(field -> fields.put(field.getSimpleName().toString(), field));
        }
        return List.copyOf(fields.values());
    }

    private void addFields(
            TypeElement type, Visibility visibility, Direction direction, Map<String, Accessors> byName) {
        for (VariableElement field : fields(type)) {
            Annotations annotations = ofRecords.of(field);
            if (JacksonAnnotations.isOn(annotations, "JsonValue")
                    || JacksonAnnotations.isOn(annotations, "JsonAnySetter")) {
                continue;
            }
            String implied = field.getSimpleName().toString();
            Optional<String> name = JacksonAnnotations.name(annotations, direction);
            boolean isIgnored = JacksonAnnotations.isIgnored(annotations);
            if (field.getModifiers().contains(Modifier.TRANSIENT) && name.isEmpty() && !isIgnored) {
                continue;
            }
            accessors(byName, implied)
                    .add(new Accessor(
                            Kind.FIELD,
                            field,
                            model.types().asMemberOf((DeclaredType) type.asType(), field),
                            model.classFile(JavaModel.declaringType(field)).ofField(implied),
                            annotations,
                            name.map(given -> given.isEmpty() ? implied : given),
                            name.filter(given -> !given.isEmpty()).isPresent(),
                            name.isPresent() || visibility.ofField(field),
                            isIgnored));
        }
    }

    private void addGetter(
            TypeElement type, Method method, BeanNames names, Visibility visibility, Map<String, Accessors> byName) {
        TypeMirror returned = resolved(type, method).getReturnType();
        Annotations annotations = method.annotations();
        if (isVoid(returned)
                || JacksonAnnotations.isOn(annotations, "JsonKey")
                || JacksonAnnotations.isOn(annotations, "JsonValue")) {
            return;
        }
        String methodName = method.element().getSimpleName().toString();
        Optional<String> regular = names.getter(methodName);
        // Whatever the direction, Jackson looks for the name by which a getter writes.
        Optional<String> name = JacksonAnnotations.name(annotations, Direction.RESULT);
        Optional<String> implied = regular.or(() -> names.isGetter(methodName, returned))
                .or(() -> name.isPresent() ? Optional.of(methodName) : Optional.empty());
        boolean isIgnored = JacksonAnnotations.isIgnored(annotations);
        boolean wouldHideComponent = type.getKind() == ElementKind.RECORD
                && isIgnored
                && name.isEmpty()
                && implied.filter(found -> !found.equals(methodName)
                                && byName.containsKey(found)
                                && byName.get(found).has(Kind.FIELD))
                        .isPresent();
        if (implied.isEmpty() || wouldHideComponent) {
            return;
        }
        accessors(byName, implied.get())
                .add(new Accessor(
                        Kind.GETTER,
                        method.element(),
                        returned,
                        marks(method).ofReturn(model.signature(method.element())),
                        annotations,
                        name.map(given -> given.isEmpty() ? implied.get() : given),
                        name.filter(given -> !given.isEmpty()).isPresent(),
                        name.isPresent()
                                || (regular.isPresent()
                                        ? visibility.ofGetter(method.element())
                                        : visibility.ofIsGetter(method.element())),
                        isIgnored));
    }

    private void addSetter(
            TypeElement type, Method method, BeanNames names, Visibility visibility, Map<String, Accessors> byName) {
        String methodName = method.element().getSimpleName().toString();
        Optional<String> name = JacksonAnnotations.name(method.annotations(), Direction.PARAMS);
        Optional<String> implied =
                names.setter(methodName).or(() -> name.isPresent() ? Optional.of(methodName) : Optional.empty());
        implied.ifPresent(found -> accessors(byName, found)
                .add(new Accessor(
                        Kind.SETTER,
                        method.element(),
                        resolved(type, method).getParameterTypes().get(0),
                        marks(method).ofParameter(model.signature(method.element()), 0),
                        method.annotations().and(Annotations.of(method.element().getParameters())),
                        name.map(given -> given.isEmpty() ? found : given),
                        name.filter(given -> !given.isEmpty()).isPresent(),
                        name.isPresent() || visibility.ofSetter(method.element()),
                        JacksonAnnotations.isIgnored(method.annotations()))));
    }

    private ClassFileMarks marks(Method method) {
        return model.classFile(JavaModel.declaringType(method.element()));
    }

    private ExecutableType resolved(TypeElement type, Method method) {
        return (ExecutableType) model.types().asMemberOf((DeclaredType) type.asType(), method.element());
    }

    /** Methods are the same to Jackson by name and erased parameters. */
    private String key(ExecutableElement method) {
        String signature = model.signature(method);
        return signature.substring(0, signature.lastIndexOf(')'));
    }

    private static boolean isVoid(TypeMirror type) {
        return type.getKind() == TypeKind.VOID
                || (type instanceof DeclaredType declared
                        && ((TypeElement) declared.asElement())
                                .getQualifiedName()
                                .contentEquals("java.lang.Void"));
    }

    private static Accessors accessors(Map<String, Accessors> byName, String name) {
        return byName.computeIfAbsent(name, Accessors::new);
    }

    /** A method with the annotations of all that it overrides. */
    record Method(ExecutableElement element, Annotations annotations) {

        /** One with a body takes the place of one without. */
        private Method mergedWith(Method above) {
            boolean isReplaced = element.getModifiers().contains(Modifier.ABSTRACT)
                    && !above.element.getModifiers().contains(Modifier.ABSTRACT);
            return new Method(isReplaced ? above.element : element, annotations.and(above.annotations));
        }
    }
}
