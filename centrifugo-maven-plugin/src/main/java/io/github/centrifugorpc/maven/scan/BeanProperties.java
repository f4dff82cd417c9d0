package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.maven.check.ProblemId;
import io.github.centrifugorpc.maven.scan.Accessor.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The properties of a record or bean that Jackson really uses in one direction. */
final class BeanProperties {

    private final JavaModel model;
    private final Notes notes;
    private final ClassAnnotations classes;
    private final PropertyCollector collector;
    private final AccessorChoice choice;
    private final ProblemSink problems;

    BeanProperties(
            JavaModel model,
            Notes notes,
            ClassAnnotations classes,
            PropertyCollector collector,
            AccessorChoice choice,
            ProblemSink problems) {
        this.model = model;
        this.notes = notes;
        this.classes = classes;
        this.collector = collector;
        this.choice = choice;
        this.problems = problems;
    }

    /** What Jackson writes. */
    List<Property> written(TypeElement type) {
        Annotations ofClass = classes.of(type);
        IgnoredNames ignored = new IgnoredNames(ofClass, Direction.RESULT);
        List<Property> properties = new ArrayList<>();
        for (Accessors accessors :
                collector.collect(type, ofClass, names(type), Direction.RESULT).properties()) {
            if (isUsed(accessors, ignored, Direction.RESULT)) {
                choice.writer(type, accessors)
                        .filter(writer -> !isOfIgnoredType(writer.type()))
                        .ifPresent(writer -> properties.add(
                                property(type, accessors, writer, accessors.gathered(), Direction.RESULT)));
            }
        }
        return properties;
    }

    /** What Jackson reads, by the class itself or by its builder. */
    List<Property> read(TypeElement type) {
        TypeElement reading = classes.builderOf(type).orElse(type);
        Annotations ofClass = classes.of(reading);
        IgnoredNames ignored = new IgnoredNames(ofClass, Direction.PARAMS);
        PropertyCollector.Collected collected = read(type, reading, ofClass);
        refuseCreators(type, collected.creators());
        // What is said of a member stands on the class, not on its builder.
        Map<String, List<Accessor>> ofType = reading.equals(type)
                ? Map.of()
                : collector.collect(type, classes.of(type), names(type), Direction.RESULT).properties().stream()
                        .collect(Collectors.toMap(Accessors::name, Accessors::gathered));
        List<Property> properties = new ArrayList<>();
        for (Accessors accessors : collected.properties()) {
            if (isUsed(accessors, ignored, Direction.PARAMS) && !OpenMembers.isWayTo(accessors)) {
                List<Accessor> gathered = new ArrayList<>(ofType.getOrDefault(accessors.name(), List.of()));
                gathered.addAll(accessors.gathered());
                boolean isIgnored = collected.ignored().contains(accessors.name());
                if (isIgnored && type.getKind() == ElementKind.RECORD) {
                    continue;
                }
                choice.reader(reading, accessors, isIgnored)
                        .filter(reader -> reader.kind() == Kind.PARAMETER || !isOfIgnoredType(reader.type()))
                        .ifPresent(reader ->
                                properties.add(property(type, accessors, reader, gathered, Direction.PARAMS)));
            }
        }
        return properties;
    }

    /** How Jackson makes an object of the class. */
    Optional<Creator> creator(TypeElement type) {
        TypeElement reading = classes.builderOf(type).orElse(type);
        return read(type, reading, classes.of(reading)).creators().chosen();
    }

    /** Whether the type travels as the value of one of its members instead of as an object. */
    boolean isValue(TypeElement type) {
        return collector.hasValue(type);
    }

    private PropertyCollector.Collected read(TypeElement type, TypeElement reading, Annotations ofReading) {
        BeanNames names =
                reading.equals(type) ? names(type) : BeanNames.ofBuilder(ClassAnnotations.setterPrefix(ofReading));
        return collector.collect(reading, ofReading, names, Direction.PARAMS);
    }

    private static BeanNames names(TypeElement type) {
        if (type.getKind() == ElementKind.RECORD) {
            return BeanNames.ofRecord(type.getRecordComponents().stream()
                    .map(component -> component.getSimpleName().toString())
                    .collect(Collectors.toSet()));
        }
        return BeanNames.ofBean();
    }

    private static boolean isUsed(Accessors accessors, IgnoredNames ignored, Direction direction) {
        return !ignored.contains(accessors.name())
                && !(direction == Direction.RESULT && OpenMembers.isWayTo(accessors))
                && accessors
                        .merged(direction)
                        .find("com.fasterxml.jackson.annotation.JsonBackReference")
                        .isEmpty();
    }

    private boolean isOfIgnoredType(TypeMirror type) {
        return type instanceof DeclaredType declared
                && JacksonAnnotations.isOn(classes.of((TypeElement) declared.asElement()), "JsonIgnoreType");
    }

    private void refuseCreators(TypeElement type, CreatorFinder.Found found) {
        Place place = model.placeOf(type);
        String name = type.getSimpleName().toString();
        found.chosen()
                .filter(creator -> !creator.areAllNamed())
                .ifPresent(creator -> problems.report(
                        ProblemId.NAMELESS_PARAMETER,
                        model.placeOf(creator.element()),
                        Map.of("creator", told(creator.element(), name))));
        boolean hasNone = found.chosen().isEmpty() && !found.hasEmpty();
        if (hasNone && found.delegating().isEmpty()) {
            problems.report(ProblemId.NO_EMPTY_CONSTRUCTOR, place, Map.of("type", name));
        }
        found.delegating().stream()
                .filter(creator -> hasNone || !isOfScalar(creator))
                .forEach(creator -> problems.report(
                        ProblemId.DELEGATING_CREATOR,
                        model.placeOf(creator.element()),
                        Map.of("creator", told(creator.element(), name))));
    }

    /** A creator from one text or number is a second form, beside the object that clients send. */
    private static boolean isOfScalar(Creator creator) {
        return creator.parameters().size() == 1
                && ScalarTypes.of(creator.element().getParameters().get(0).asType())
                        .isPresent();
    }

    private static String told(ExecutableElement creator, String type) {
        return creator.getKind() == ElementKind.CONSTRUCTOR
                ? "a constructor of " + type
                : "'" + creator.getSimpleName() + "' of " + type;
    }

    private Property property(
            TypeElement type, Accessors accessors, Accessor used, List<Accessor> gathered, Direction direction) {
        List<Element> elements = gathered.stream().map(Accessor::element).toList();
        boolean isOfBean = gathered.stream().noneMatch(accessor -> accessor.kind() == Kind.PARAMETER);
        return new Property(
                accessors.name(),
                accessors.javaName(),
                used.type(),
                used.marks(),
                gathered.stream().anyMatch(Accessor::saysNullable),
                gathered.stream().anyMatch(Accessor::saysNonNull),
                accessors.merged(direction),
                gathered,
                model.placeOf(elements.get(0)),
                docs(type, accessors, elements),
                elements.stream()
                        .flatMap(element -> notes.deprecated(element).stream())
                        .findFirst(),
                isOfBean);
    }

    private Docs docs(TypeElement type, Accessors accessors, List<Element> elements) {
        if (type.getKind() == ElementKind.RECORD) {
            Docs ofComponent = notes.param(type, accessors.javaName());
            if (!ofComponent.isEmpty()) {
                return ofComponent;
            }
        }
        return elements.stream()
                .flatMap(element -> docs(element).stream())
                .findFirst()
                .orElse(Docs.NONE);
    }

    private Optional<Docs> docs(Element element) {
        boolean isParameter = element.getKind() == ElementKind.PARAMETER;
        Docs ofParameter = isParameter
                ? notes.param(
                        JavaModel.enclosing(element), element.getSimpleName().toString())
                : Docs.NONE;
        return Optional.of(ofParameter.isEmpty() ? notes.docs(element) : ofParameter)
                .filter(found -> !found.isEmpty());
    }
}
