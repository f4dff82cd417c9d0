package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** The properties of a bean by the rules that Jackson follows when it is left alone. */
final class BeanProperties {

    private final JavaModel model;
    private final Notes notes;
    private final AccessorCollector collector;
    private final ProblemSink problems;

    BeanProperties(JavaModel model, Notes notes, AccessorCollector collector, ProblemSink problems) {
        this.model = model;
        this.notes = notes;
        this.collector = collector;
        this.problems = problems;
    }

    List<Property> of(TypeElement type, Direction direction) {
        return kept(type).stream()
                .flatMap(accessors -> property(type, accessors, direction).stream())
                .toList();
    }

    /** What getters and public fields add to the components of a record when it is written. */
    List<Property> furtherGetters(TypeElement record) {
        Set<String> components = record.getRecordComponents().stream()
                .map(RecordComponentElement::getSimpleName)
                .map(Object::toString)
                .collect(Collectors.toSet());
        // A component may have the name of a getter, which makes its accessor none.
        return kept(record).stream()
                .filter(accessors -> !components.contains(accessors.name()))
                .filter(accessors -> accessors.all().stream()
                        .noneMatch(accessor -> components.contains(
                                accessor.element().getSimpleName().toString())))
                .flatMap(accessors -> property(record, accessors, Direction.RESULT).stream())
                .toList();
    }

    private Collection<Accessors> kept(TypeElement type) {
        Map<String, Accessors> byName = new LinkedHashMap<>();
        for (Accessors accessors : collector.collect(type)) {
            Annotations annotations = accessors.annotations();
            if (JacksonAnnotations.isIgnored(annotations)) {
                refuseSplit(type, accessors, annotations);
                continue;
            }
            // Accessors that an annotation gives one name are one property, whatever they are called.
            String name = JacksonAnnotations.explicitName(annotations).orElse(accessors.name());
            byName.computeIfAbsent(name, unused -> new Accessors(accessors.name()))
                    .addAll(accessors);
        }
        return byName.values();
    }

    private void refuseSplit(TypeElement type, Accessors accessors, Annotations annotations) {
        if (JacksonAnnotations.isExplicit(annotations)) {
            problems.report(
                    ProblemId.UNSUPPORTED_ANNOTATION,
                    model.placeOf(accessors.all().get(0).element()),
                    Map.of("what", what(type, accessors), "annotation", "JsonIgnore beside @JsonProperty"));
        }
    }

    private Optional<Property> property(TypeElement type, Accessors accessors, Direction direction) {
        refuseAmbiguity(type, accessors);
        Optional<Accessors.Accessor> used = direction == Direction.RESULT ? accessors.writer() : readerOf(accessors);
        return used.map(accessor -> property(accessors, accessor));
    }

    private Optional<Accessors.Accessor> readerOf(Accessors accessors) {
        Optional<Accessors.Accessor> reader = accessors.reader();
        // Jackson fills a collection that it can only get.
        return reader.isPresent()
                ? reader
                : accessors.visibleGetter().filter(getter -> isCollectionOrMap(getter.type()));
    }

    private boolean isCollectionOrMap(TypeMirror type) {
        return isA(type, "java.util.Collection") || isA(type, "java.util.Map");
    }

    private boolean isA(TypeMirror type, String name) {
        TypeMirror wanted = model.elements().getTypeElement(name).asType();
        return model.types()
                .isAssignable(model.types().erasure(type), model.types().erasure(wanted));
    }

    private Property property(Accessors accessors, Accessors.Accessor used) {
        List<Element> elements =
                accessors.all().stream().map(Accessors.Accessor::element).toList();
        Place place = model.placeOf(elements.get(0));
        Docs docs = elements.stream()
                .map(notes::docs)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(Docs.NONE);
        Optional<String> deprecated = elements.stream()
                .flatMap(element -> notes.deprecated(element).stream())
                .findFirst();
        return new Property(
                accessors.name(),
                used.type(),
                used.marks(),
                accessors.all().stream().anyMatch(Accessors.Accessor::saysNullable),
                accessors.all().stream().anyMatch(Accessors.Accessor::saysNonNull),
                accessors.annotations(),
                place,
                docs,
                deprecated,
                true);
    }

    private void refuseAmbiguity(TypeElement type, Accessors accessors) {
        Place place = model.placeOf(accessors.all().get(0).element());
        Set<String> names = accessors.all().stream()
                .flatMap(accessor -> JacksonAnnotations.explicitName(accessor.annotations()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (names.size() > 1) {
            problems.report(
                    ProblemId.AMBIGUOUS_PROPERTY,
                    place,
                    Map.of("what", what(type, accessors), "reason", "two names, " + String.join(" and ", names)));
        }
        if (accessors.setters().size() > 1) {
            problems.report(
                    ProblemId.AMBIGUOUS_PROPERTY,
                    place,
                    Map.of("what", what(type, accessors), "reason", "two setters"));
        }
    }

    private static String what(TypeElement type, Accessors accessors) {
        return "member '" + accessors.name() + "' of " + type.getSimpleName();
    }
}
