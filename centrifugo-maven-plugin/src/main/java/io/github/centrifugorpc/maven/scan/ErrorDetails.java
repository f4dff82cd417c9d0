package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds what an exception tells beside its message: the method {@code details()}, else {@code getDetails()}. */
final class ErrorDetails {

    private static final List<String> NAMES = List.of("details", "getDetails");
    private static final String UNTYPED = "io.github.centrifugorpc.RpcException";

    private final JavaModel model;
    private final Hierarchy hierarchy;
    private final Declarations declarations;
    private final TypeReader types;
    private final TypeText text;
    private final ProblemSink problems;

    ErrorDetails(
            JavaModel model,
            Hierarchy hierarchy,
            Declarations declarations,
            TypeReader types,
            TypeText text,
            ProblemSink problems) {
        this.model = model;
        this.hierarchy = hierarchy;
        this.declarations = declarations;
        this.types = types;
        this.text = text;
        this.problems = problems;
    }

    /** The object or union that travels with an error; empty for none, and where a problem was reported. */
    Optional<TypeRef.Named> of(TypeElement error) {
        return NAMES.stream()
                .flatMap(name -> methods(error, name).findFirst().stream())
                .findFirst()
                .flatMap(method -> read(error, method));
    }

    private Stream<ExecutableElement> methods(TypeElement error, String name) {
        return hierarchy.withSupertypes(error).stream()
                .filter(owner -> !owner.getQualifiedName().contentEquals(UNTYPED))
                .flatMap(owner -> ElementFilter.methodsIn(owner.getEnclosedElements()).stream())
                .filter(method -> method.getSimpleName().contentEquals(name)
                        && method.getParameters().isEmpty()
                        && method.getReturnType().getKind() != TypeKind.VOID
                        && !method.getModifiers().contains(Modifier.STATIC));
    }

    private Optional<TypeRef.Named> read(TypeElement error, ExecutableElement method) {
        if (!method.getModifiers().contains(Modifier.PUBLIC)) {
            return refuse(error, method, "is not public, so the server cannot ask it", "make it public, or rename it");
        }
        TypeMirror type =
                ((ExecutableType) model.types().asMemberOf((DeclaredType) error.asType(), method)).getReturnType();
        TypeMarks marks = model.classFile(JavaModel.declaringType(method)).ofReturn(model.signature(method));
        Use use = new Use(model.placeOf(method), "the details of error " + error.getSimpleName(), Direction.RESULT);
        if (Annotations.of(method).sayNullable() || marks.isNullable(type, "")) {
            return refuse(error, method, "may return null", "let it always return an object, or rename it");
        }
        Optional<TypeRef> read = types.read(type, marks, use);
        boolean isObject = read.filter(TypeRef.Named.class::isInstance)
                .filter(named -> !declarations.isEnum(named))
                .isPresent();
        if (read.isPresent() && !isObject) {
            return refuse(
                    error,
                    method,
                    "returns " + text.of(type) + ", which is not one object",
                    "return a record or bean that has it as a member, or rename the method");
        }
        return read.map(TypeRef.Named.class::cast);
    }

    private Optional<TypeRef.Named> refuse(TypeElement error, ExecutableElement method, String reason, String fix) {
        problems.report(
                ProblemId.BAD_ERROR_DETAILS,
                model.placeOf(method),
                Map.of(
                        "method",
                        method.getSimpleName().toString(),
                        "type",
                        error.getSimpleName().toString(),
                        "reason",
                        reason,
                        "fix",
                        fix));
        return Optional.empty();
    }
}
