package io.github.centrifugorpc.maven.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The properties of a record: its components and, in results, what further getters add. */
final class RecordProperties {

    private final JavaModel model;
    private final Notes notes;
    private final JacksonAnnotations jackson;
    private final BeanProperties beans;

    RecordProperties(JavaModel model, Notes notes, JacksonAnnotations jackson, BeanProperties beans) {
        this.model = model;
        this.notes = notes;
        this.jackson = jackson;
        this.beans = beans;
    }

    List<Property> of(TypeElement type, Direction direction) {
        List<Property> properties = new ArrayList<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            Property property = component(type, component);
            String what = "member '" + property.name() + "' of " + type.getSimpleName();
            jackson.check(property.annotations(), property.place(), what);
            jackson.checkUnresolved(model.unresolvedAnnotations(component), property.place(), what);
            if (!JacksonAnnotations.isIgnored(property.annotations())) {
                properties.add(property);
            }
        }
        if (direction == Direction.RESULT) {
            properties.addAll(beans.furtherGetters(type));
        }
        return properties;
    }

    private Property component(TypeElement type, RecordComponentElement component) {
        String name = component.getSimpleName().toString();
        Optional<VariableElement> field = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(candidate -> candidate.getSimpleName().equals(component.getSimpleName()))
                .findFirst();
        // The annotations of types are on the field on every JDK; on the component they are not.
        TypeMarks marks = model.classFile(type).ofField(name);
        TypeMirror fieldType = field.map(VariableElement::asType).orElse(component.asType());
        Annotations annotations = Annotations.of(places(type, component, field));
        return new Property(
                name,
                fieldType,
                marks,
                annotations.sayNullable() || marks.isNullable(fieldType, ""),
                annotations.sayNonNull() || marks.isNonNull(fieldType, ""),
                annotations,
                model.placeOf(component),
                notes.param(type, name),
                Stream.ofNullable(component.getAccessor())
                        .flatMap(accessor -> notes.deprecated(accessor).stream())
                        .findFirst(),
                false);
    }

    private List<AnnotatedConstruct> places(
            TypeElement type, RecordComponentElement component, Optional<VariableElement> field) {
        return Stream.of(
                        Stream.of(component),
                        // A component with a name that records may not have gets no accessor.
                        Stream.ofNullable(component.getAccessor()),
                        field.stream(),
                        canonicalParameter(type, component).stream())
                .flatMap(place -> place)
                .map(AnnotatedConstruct.class::cast)
                .toList();
    }

    private Optional<VariableElement> canonicalParameter(TypeElement type, RecordComponentElement component) {
        List<? extends RecordComponentElement> components = type.getRecordComponents();
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> takes(constructor, components))
                .map(constructor -> constructor.getParameters().get(components.indexOf(component)))
                .map(VariableElement.class::cast)
                .findFirst();
    }

    private boolean takes(ExecutableElement constructor, List<? extends RecordComponentElement> components) {
        List<? extends VariableElement> parameters = constructor.getParameters();
        return parameters.size() == components.size()
                && IntStream.range(0, parameters.size())
                        .allMatch(i -> model.types()
                                .isSameType(
                                        parameters.get(i).asType(),
                                        components.get(i).asType()));
    }
}
