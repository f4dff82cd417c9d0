package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.ErrorType;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the errors that methods declare: what has {@code @RpcError} in their throws clauses. */
final class ErrorReader {

    private static final String ANNOTATION = "io.github.centrifugorpc.RpcError";
    private static final String SIMPLE_ANNOTATION = "RpcError";

    private final JavaModel model;
    private final Notes notes;
    private final Hierarchy hierarchy;
    private final ErrorDetails details;
    private final TypeText text;
    private final ProblemSink problems;
    private final Map<String, Optional<ErrorType>> byJavaName = new LinkedHashMap<>();

    ErrorReader(
            JavaModel model,
            Notes notes,
            Hierarchy hierarchy,
            ErrorDetails details,
            TypeText text,
            ProblemSink problems) {
        this.model = model;
        this.notes = notes;
        this.hierarchy = hierarchy;
        this.details = details;
        this.text = text;
        this.problems = problems;
    }

    /** The wire names of a method's errors; classes without the annotation are none. */
    List<String> read(ExecutableElement method, Place place) {
        return method.getThrownTypes().stream()
                .flatMap(thrown -> classOf(thrown, method, place).stream())
                .flatMap(thrown -> annotated(thrown).stream())
                .flatMap(type -> errorOf(type).stream())
                .map(ErrorType::name)
                .distinct()
                .toList();
    }

    /** All errors of the methods that were read; they and their references carry binary names. */
    List<ErrorType> all() {
        return byJavaName.values().stream().flatMap(Optional::stream).toList();
    }

    /** Reports a type that has the annotation and that nobody can throw. */
    void refuseUnlessThrowable(TypeElement type) {
        boolean isComplete = hierarchy.unresolved(type).isEmpty();
        if (mirror(type).isPresent() && isComplete && !model.isA(type.asType(), "java.lang.Throwable")) {
            report(
                    type,
                    "is no exception, so nobody can throw it",
                    "let it extend RuntimeException or Exception, or remove the annotation");
        }
    }

    private Optional<TypeElement> classOf(TypeMirror thrown, ExecutableElement method, Place place) {
        if (thrown.getKind() == TypeKind.ERROR) {
            problems.report(
                    ProblemId.UNRESOLVED_TYPE,
                    place,
                    Map.of(
                            "what",
                            "an exception in the throws clause of method '" + method.getSimpleName() + "'",
                            "type",
                            text.of(thrown)));
        }
        return thrown instanceof DeclaredType declared && thrown.getKind() == TypeKind.DECLARED
                ? Optional.of((TypeElement) declared.asElement())
                : Optional.empty();
    }

    /** The class whose annotation holds: this one or the nearest above it. */
    private Optional<TypeElement> annotated(TypeElement thrown) {
        TypeElement type = thrown;
        refuseUnresolved(type);
        while (mirror(type).isEmpty()) {
            if (!(type.getSuperclass() instanceof DeclaredType above) || above.getKind() != TypeKind.DECLARED) {
                return Optional.empty();
            }
            type = (TypeElement) above.asElement();
            refuseUnresolved(type);
        }
        return Optional.of(type);
    }

    private void refuseUnresolved(TypeElement type) {
        model.unresolvedAnnotations(type).stream()
                .filter(name -> name.equals(SIMPLE_ANNOTATION) || name.endsWith("." + SIMPLE_ANNOTATION))
                .forEach(name -> problems.report(
                        ProblemId.UNRESOLVED_ANNOTATION,
                        model.placeOf(type),
                        Map.of("what", "type " + type.getSimpleName(), "annotation", name)));
    }

    private Optional<ErrorType> errorOf(TypeElement type) {
        String javaName = model.binaryName(type);
        Optional<ErrorType> known = byJavaName.get(javaName);
        if (known == null) {
            known = read(type, mirror(type).orElseThrow());
            byJavaName.put(javaName, known);
        }
        return known;
    }

    private Optional<ErrorType> read(TypeElement type, AnnotationMirror annotation) {
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            report(
                    type,
                    "is abstract, so what is thrown is always of another class",
                    "put the annotation on the classes below it, or make it concrete");
        }
        Optional<Integer> code = constant(type, annotation, "code", Integer.class);
        Optional<String> name = constant(type, annotation, "name", String.class);
        Optional<TypeRef.Named> found = details.of(type);
        return code.flatMap(number -> name.map(word -> new ErrorType(
                notes.givenName(type)
                        .orElseGet(() -> typeName(type.getSimpleName().toString())),
                model.binaryName(type),
                number,
                word,
                found,
                notes.docs(type),
                notes.deprecated(type),
                model.placeOf(type))));
    }

    private <T> Optional<T> constant(TypeElement type, AnnotationMirror annotation, String member, Class<T> kind) {
        Optional<T> value = Annotations.constantOf(annotation, member, kind);
        if (value.isEmpty()) {
            problems.report(
                    ProblemId.NOT_CONSTANT,
                    model.placeOf(type),
                    Map.of("what", "the " + member + " in @RpcError of " + type.getSimpleName()));
        }
        return value;
    }

    /** {@code TaskNotFound} and {@code TaskNotFoundException} both read {@code TaskNotFoundError}. */
    static String typeName(String simpleName) {
        String word = simpleName.replaceFirst("(?<=.)(Exception|Error)$", "");
        return word + "Error";
    }

    private static Optional<AnnotationMirror> mirror(TypeElement type) {
        return Annotations.of(type).find(ANNOTATION);
    }

    private void report(TypeElement type, String reason, String fix) {
        problems.report(
                ProblemId.NOT_AN_ERROR,
                model.placeOf(type),
                Map.of("type", type.getSimpleName().toString(), "reason", reason, "fix", fix));
    }
}
