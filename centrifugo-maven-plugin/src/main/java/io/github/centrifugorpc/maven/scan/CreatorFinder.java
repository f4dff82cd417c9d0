package io.github.centrifugorpc.maven.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds how Jackson makes objects of a class: its steps since 2.18, without parameter names of class files. */
final class CreatorFinder {

    private static final String CREATOR = "com.fasterxml.jackson.annotation.JsonCreator";
    private static final String PROPERTIES = "java.beans.ConstructorProperties";

    private final JavaModel model;
    private final RecordAnnotations ofRecords;

    CreatorFinder(JavaModel model) {
        this.model = model;
        this.ofRecords = new RecordAnnotations(model);
    }

    /**
     * What makes objects of one class.
     *
     * @param ofProperties those that take properties; Jackson refuses to choose between two
     * @param delegating those that take one value in the place of an object
     * @param hasEmpty there is a constructor without parameters
     */
    record Found(List<Creator> ofProperties, List<Creator> delegating, boolean hasEmpty) {

        /** The one that is used. */
        Optional<Creator> chosen() {
            return ofProperties.stream().findFirst();
        }
    }

    Found find(TypeElement type, Map<String, Accessors> byName, boolean hasValue) {
        List<Creator> constructors = new ArrayList<>();
        boolean hasEmpty = false;
        for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
            if (JacksonAnnotations.isIgnored(Annotations.of(constructor))) {
                continue;
            }
            if (constructor.getParameters().isEmpty()) {
                hasEmpty = !creator(constructor, List.of()).is("DISABLED");
            } else {
                constructors.add(creator(constructor, List.of()));
            }
        }
        Optional<Creator> primary = canonical(type);
        primary.ifPresent(found ->
                constructors.replaceAll(candidate -> candidate.element().equals(found.element()) ? found : candidate));
        List<Creator> factories = factories(type);
        Stream.of(constructors, factories).forEach(list -> list.removeIf(candidate -> candidate.is("DISABLED")));

        List<Creator> ofProperties = new ArrayList<>();
        List<Creator> delegating = new ArrayList<>();
        sortAnnotated(constructors, byName, hasValue, ofProperties, delegating);
        List<Creator> annotatedFactories = new ArrayList<>();
        sortAnnotated(factories, byName, hasValue, annotatedFactories, delegating);
        if (ofProperties.isEmpty()) {
            ofProperties.addAll(annotatedFactories);
        }
        if (ofProperties.isEmpty()) {
            List<Creator> named = constructors.stream()
                    .filter(candidate -> !candidate.isAnnotated() && candidate.hasExplicitNames())
                    .toList();
            ofProperties.addAll(primary.filter(named::contains).map(List::of).orElse(named));
        }
        if (primary.isPresent()
                && constructors.contains(primary.get())
                && !primary.get().isAnnotated()) {
            if (hasValue && primary.get().parameters().size() == 1) {
                delegating.add(primary.get());
            } else if (ofProperties.isEmpty()) {
                ofProperties.add(primary.get());
            }
        }
        boolean isEmptyRecord = type.getKind() == ElementKind.RECORD
                && type.getRecordComponents().isEmpty();
        return new Found(List.copyOf(ofProperties), List.copyOf(delegating), hasEmpty || isEmptyRecord);
    }

    private static void sortAnnotated(
            List<Creator> candidates,
            Map<String, Accessors> byName,
            boolean hasValue,
            List<Creator> ofProperties,
            List<Creator> delegating) {
        for (Creator candidate : candidates) {
            if (candidate.isAnnotated()) {
                (takesProperties(candidate, byName, hasValue) ? ofProperties : delegating).add(candidate);
            }
        }
    }

    private static boolean takesProperties(Creator creator, Map<String, Accessors> byName, boolean hasValue) {
        if (creator.is("PROPERTIES") || creator.is("DELEGATING")) {
            return creator.is("PROPERTIES");
        }
        if (creator.hasExplicitNames()) {
            return true;
        }
        if (hasValue) {
            return false;
        }
        if (creator.parameters().size() != 1) {
            return creator.areAllNamed();
        }
        Creator.Parameter only = creator.parameters().get(0);
        return JacksonAnnotations.isInjected(only.annotations())
                || only.impliedName()
                        .map(byName::get)
                        .filter(property -> property.any(Accessor::isVisible) && !property.any(Accessor::isIgnored))
                        .isPresent();
    }

    private List<Creator> factories(TypeElement type) {
        List<Creator> factories = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (method.getModifiers().contains(Modifier.STATIC)
                    && !JacksonAnnotations.isIgnored(Annotations.of(method))) {
                Creator factory = creator(method, List.of());
                if (factory.isAnnotated()) {
                    factories.add(factory);
                }
            }
        }
        return factories;
    }

    /** The constructor of a record that takes all its components. */
    private Optional<Creator> canonical(TypeElement type) {
        List<? extends RecordComponentElement> components = type.getRecordComponents();
        if (components.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = components.stream()
                .map(component -> component.getSimpleName().toString())
                .toList();
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> takes(constructor, components))
                .findFirst()
                .map(constructor -> creator(constructor, names));
    }

    private boolean takes(ExecutableElement constructor, List<? extends RecordComponentElement> components) {
        return constructor.getParameters().size() == components.size()
                && IntStream.range(0, components.size())
                        .allMatch(i -> model.types()
                                .isSameType(
                                        erased(constructor
                                                .getParameters()
                                                .get(i)
                                                .asType()),
                                        erased(components.get(i).asType())));
    }

    private TypeMirror erased(TypeMirror type) {
        return model.types().erasure(type);
    }

    private Creator creator(ExecutableElement element, List<String> impliedNames) {
        Annotations annotations = Annotations.of(element);
        List<String> given = annotations
                .find(PROPERTIES)
                .map(mirror -> Annotations.texts(mirror, "value"))
                .orElse(impliedNames);
        boolean isByProperties = element.getKind() == ElementKind.CONSTRUCTOR
                && annotations.find(PROPERTIES).isPresent();
        Optional<String> mode = annotations
                .find(CREATOR)
                .map(mirror -> Annotations.constant(mirror, "mode").orElse("DEFAULT"))
                .filter(found -> !isByProperties || !Set.of("DEFAULT").contains(found))
                .or(() -> isByProperties ? Optional.of("PROPERTIES") : Optional.empty());
        List<Creator.Parameter> parameters = IntStream.range(
                        0, element.getParameters().size())
                .mapToObj(i -> {
                    Annotations own = ofRecords.of(element.getParameters().get(i));
                    return new Creator.Parameter(
                            JacksonAnnotations.name(own, Direction.PARAMS).filter(name -> !name.isEmpty()),
                            i < given.size() ? Optional.of(given.get(i)) : Optional.empty(),
                            own);
                })
                .toList();
        return new Creator(element, mode, parameters);
    }
}
