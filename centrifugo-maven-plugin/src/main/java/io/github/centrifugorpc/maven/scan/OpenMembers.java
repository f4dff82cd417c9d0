package io.github.centrifugorpc.maven.scan;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Members whose names are data: what {@code @JsonAnySetter} takes and {@code @JsonAnyGetter} gives (types T9). */
final class OpenMembers {

    private final JavaModel model;
    private final AccessorCollector accessors;

    OpenMembers(JavaModel model, AccessorCollector accessors) {
        this.model = model;
        this.accessors = accessors;
    }

    /** The type of such members, and where it is written. */
    record Open(Element element, TypeMirror type, TypeMarks marks) {}

    Optional<Open> of(TypeElement type, Direction direction, Optional<Creator> creator) {
        return direction == Direction.RESULT ? written(type) : read(type, creator);
    }

    private Optional<Open> written(TypeElement type) {
        return methods(type, "JsonAnyGetter", 0)
                .map(method -> new Holder(
                        method.element(),
                        resolved(type, method).getReturnType(),
                        model.classFile(JavaModel.declaringType(method.element()))
                                .ofReturn(model.signature(method.element()))))
                .findFirst()
                .or(() -> field(type, "JsonAnyGetter"))
                .flatMap(this::values);
    }

    private Optional<Open> read(TypeElement type, Optional<Creator> creator) {
        Optional<Open> parameter = creator.stream()
                .flatMap(found -> found.element().getParameters().stream())
                .filter(candidate -> JacksonAnnotations.isAnySetter(Annotations.of(candidate)))
                .findFirst()
                .flatMap(found -> values(new Holder(found, found.asType(), TypeMarks.NONE)));
        return parameter
                .or(() -> methods(type, "JsonAnySetter", 2)
                        .map(method -> new Open(
                                method.element(),
                                resolved(type, method).getParameterTypes().get(1),
                                model.classFile(JavaModel.declaringType(method.element()))
                                        .ofParameter(model.signature(method.element()), 1)))
                        .findFirst())
                .or(() -> field(type, "JsonAnySetter").flatMap(this::values));
    }

    /** Whether a property is only the way to the further members. */
    static boolean isWayTo(Accessors property) {
        return property.gathered().stream()
                .anyMatch(accessor -> JacksonAnnotations.isOn(accessor.annotations(), "JsonAnyGetter"));
    }

    private Stream<AccessorCollector.Method> methods(TypeElement type, String annotation, int parameters) {
        return accessors.methods(type).stream()
                .filter(method -> method.element().getParameters().size() == parameters)
                .filter(method -> JacksonAnnotations.isOn(method.annotations(), annotation));
    }

    private Optional<Holder> field(TypeElement type, String annotation) {
        return accessors.fields(type).stream()
                .filter(field -> JacksonAnnotations.isOn(Annotations.of(field), annotation))
                .findFirst()
                .map(field -> new Holder(
                        field,
                        model.types().asMemberOf((DeclaredType) type.asType(), field),
                        model.classFile(JavaModel.declaringType(field))
                                .ofField(field.getSimpleName().toString())));
    }

    private ExecutableType resolved(TypeElement type, AccessorCollector.Method method) {
        return (ExecutableType) model.types().asMemberOf((DeclaredType) type.asType(), method.element());
    }

    /** What the map holds; a tree of JSON holds trees of JSON. */
    private Optional<Open> values(Holder holder) {
        if (!model.isA(holder.type(), "java.util.Map")) {
            return Optional.of(new Open(holder.element(), holder.type(), holder.marks()));
        }
        return model.supertype(holder.type(), "java.util.Map")
                .filter(map -> map.getTypeArguments().size() == 2)
                .map(map -> new Open(
                        holder.element(),
                        map.getTypeArguments().get(1),
                        holder.marks().inside("1;")));
    }

    /** What holds all further members at once. */
    private record Holder(Element element, TypeMirror type, TypeMarks marks) {}
}
