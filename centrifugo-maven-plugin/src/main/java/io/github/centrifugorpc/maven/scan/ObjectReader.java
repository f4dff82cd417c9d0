package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.Place;
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
    private final JacksonAnnotations jackson;
    private final RecordProperties records;
    private final BeanProperties beans;
    private final MemberReader members;
    private final ProblemSink problems;

    ObjectReader(
            JavaModel model,
            Hierarchy hierarchy,
            JacksonAnnotations jackson,
            RecordProperties records,
            BeanProperties beans,
            MemberReader members,
            ProblemSink problems) {
        this.model = model;
        this.hierarchy = hierarchy;
        this.jackson = jackson;
        this.records = records;
        this.beans = beans;
        this.members = members;
        this.problems = problems;
    }

    List<Member> read(TypeElement type, Direction direction) {
        checkType(type);
        boolean isRecord = type.getKind() == ElementKind.RECORD;
        if (!isRecord && direction == Direction.PARAMS && !hasEmptyConstructor(type)) {
            problems.report(ProblemId.NO_EMPTY_CONSTRUCTOR, model.placeOf(type), Map.of("type", name(type)));
        }
        List<Property> properties = isRecord ? records.of(type, direction) : beans.of(type, direction);
        if (properties.isEmpty() && !isRecord && otherForm(type).isEmpty()) {
            problems.report(ProblemId.NO_PROPERTIES, model.placeOf(type), Map.of("type", name(type)));
        }
        return properties.stream()
                .flatMap(property -> members.read(property, name(type), direction).stream())
                .toList();
    }

    private void checkType(TypeElement type) {
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
        for (TypeElement owner : hierarchy.withSupertypes(type)) {
            jackson.check(Annotations.of(owner), place, name(type));
            annotated(owner, type).forEach(element -> {
                Place where = model.placeOf(element);
                jackson.check(Annotations.of(element), where, what(element, owner));
                jackson.checkUnresolved(model.unresolvedAnnotations(element), where, what(element, owner));
            });
        }
    }

    /** What may carry an annotation; the components of a record are looked at with all their places together. */
    private static Stream<? extends Element> annotated(TypeElement owner, TypeElement type) {
        if (type.getKind() == ElementKind.RECORD && owner.equals(type)) {
            List<ExecutableElement> accessors = type.getRecordComponents().stream()
                    .map(component -> component.getAccessor())
                    .toList();
            return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                    .filter(method -> !accessors.contains(method));
        }
        return Stream.concat(
                ElementFilter.fieldsIn(owner.getEnclosedElements()).stream(),
                Stream.concat(
                        ElementFilter.constructorsIn(owner.getEnclosedElements()).stream(),
                        ElementFilter.methodsIn(owner.getEnclosedElements()).stream()));
    }

    private static String what(Element element, TypeElement owner) {
        String name =
                element.getKind() == ElementKind.CONSTRUCTOR ? "a constructor" : "'" + element.getSimpleName() + "'";
        return name + " of " + name(owner);
    }

    private Optional<String> otherForm(TypeElement type) {
        return WRITTEN_OTHERWISE.stream()
                .filter(name -> model.types()
                        .isAssignable(
                                model.types().erasure(type.asType()),
                                model.types()
                                        .erasure(model.elements()
                                                .getTypeElement(name)
                                                .asType())))
                .findFirst();
    }

    private static boolean hasEmptyConstructor(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty());
    }

    private static String name(TypeElement type) {
        return type.getSimpleName().toString();
    }
}
