package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads records and beans: the members that Jackson reads or writes. */
final class ObjectReader {

    /** Classes of these kinds are no objects to Jackson, whatever accessors they have. */
    private static final List<String> WRITTEN_OTHERWISE = List.of(
            "java.lang.Iterable",
            "java.lang.Number",
            "java.lang.CharSequence",
            "java.lang.Throwable",
            "java.util.Map",
            "java.util.Map.Entry",
            "java.util.Iterator",
            "java.util.Date",
            "java.util.Calendar");

    private final JavaModel model;
    private final Hierarchy hierarchy;
    private final ClassAnnotations classes;
    private final BeanProperties properties;
    private final OpenMembers open;
    private final TypeReader types;
    private final MemberReader members;
    private final AnnotationRules rules;
    private final FormatRules formats;
    private final ProblemSink problems;

    ObjectReader(
            JavaModel model,
            Hierarchy hierarchy,
            ClassAnnotations classes,
            BeanProperties properties,
            OpenMembers open,
            TypeReader types,
            MemberReader members,
            ProblemSink problems) {
        this.model = model;
        this.hierarchy = hierarchy;
        this.classes = classes;
        this.properties = properties;
        this.open = open;
        this.types = types;
        this.members = members;
        this.rules = new AnnotationRules(problems);
        this.formats = new FormatRules(problems);
        this.problems = problems;
    }

    /**
     * What a type is in one direction.
     *
     * @param members what Jackson reads or writes, in its order; without those that were refused
     * @param isEmpty whether Jackson finds nothing at all in it
     */
    record Shape(List<Member> members, boolean isEmpty) {}

    Shape read(TypeElement type, Direction direction) {
        Annotations ofClass = classes.of(type);
        checkType(type, ofClass, direction);
        List<Property> found = direction == Direction.RESULT ? properties.written(type) : properties.read(type);
        List<Member> read = found.stream()
                .peek(property -> rules.checkProperty(
                        property, direction, types.isMapped(property), MemberReader.what(property, name(type))))
                .flatMap(property -> members.read(property, ofClass, name(type), direction).stream())
                .toList();
        return new Shape(read, found.isEmpty() && opened(type, direction).isEmpty());
    }

    /** Reports a type that is an object without a member in every direction it travels in; a record may be one. */
    void refuseEmpty(TypeElement type) {
        if (type.getKind() != ElementKind.RECORD && otherForm(type).isEmpty() && !properties.isValue(type)) {
            problems.report(ProblemId.NO_PROPERTIES, model.placeOf(type), Map.of("type", name(type)));
        }
    }

    /** The type of members whose names are data; empty where there are none. */
    Optional<TypeRef> extra(TypeElement type, Direction direction) {
        return opened(type, direction)
                .flatMap(found -> types.read(
                        found.type(),
                        found.marks(),
                        new Use(model.placeOf(found.element()), "a further member of " + name(type), direction)));
    }

    private Optional<OpenMembers.Open> opened(TypeElement type, Direction direction) {
        TypeElement reading =
                direction == Direction.PARAMS ? classes.builderOf(type).orElse(type) : type;
        Optional<Creator> creator = direction == Direction.PARAMS ? properties.creator(type) : Optional.empty();
        return open.of(reading, direction, creator);
    }

    private void checkType(TypeElement type, Annotations ofClass, Direction direction) {
        Place place = model.placeOf(type);
        hierarchy
                .unresolved(type)
                .forEach(supertype -> problems.report(
                        ProblemId.UNRESOLVED_TYPE,
                        place,
                        Map.of("what", "a supertype of " + name(type), "type", new TypeText(model).of(supertype))));
        otherForm(type)
                .ifPresent(form ->
                        problems.report(ProblemId.NOT_AN_OBJECT, place, Map.of("type", name(type), "form", form)));
        if (properties.isValue(type)) {
            problems.report(ProblemId.CUSTOM_FORM, place, Map.of("what", name(type), "annotation", "JsonValue"));
        }
        rules.checkClass(ofClass, direction, place, name(type));
        formats.checkClass(ofClass, place, name(type));
        for (TypeElement owner : hierarchy.inJacksonsOrder(type)) {
            annotated(owner)
                    .forEach(element -> model.unresolvedAnnotations(element)
                            .forEach(annotation -> problems.report(
                                    ProblemId.UNRESOLVED_ANNOTATION,
                                    model.placeOf(element),
                                    Map.of("what", what(element, owner), "annotation", annotation))));
        }
    }

    /** What may carry an annotation. */
    private static Stream<? extends Element> annotated(TypeElement owner) {
        if (owner.getKind() == ElementKind.RECORD) {
            List<ExecutableElement> accessors = owner.getRecordComponents().stream()
                    .map(component -> component.getAccessor())
                    .toList();
            return Stream.concat(
                    owner.getRecordComponents().stream(),
                    ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                            .filter(method -> !accessors.contains(method)));
        }
        return Stream.concat(
                ElementFilter.fieldsIn(owner.getEnclosedElements()).stream(),
                Stream.concat(
                        ElementFilter.constructorsIn(owner.getEnclosedElements()).stream(),
                        ElementFilter.methodsIn(owner.getEnclosedElements()).stream()));
    }

    private static String what(Element element, TypeElement owner) {
        if (element.getKind() == ElementKind.RECORD_COMPONENT) {
            return "member '" + element.getSimpleName() + "' of " + name(owner);
        }
        String name =
                element.getKind() == ElementKind.CONSTRUCTOR ? "a constructor" : "'" + element.getSimpleName() + "'";
        return name + " of " + name(owner);
    }

    private Optional<String> otherForm(TypeElement type) {
        return WRITTEN_OTHERWISE.stream()
                .filter(name -> model.isA(type.asType(), name))
                .findFirst();
    }

    private static String name(TypeElement type) {
        return type.getSimpleName().toString();
    }
}
